// An app with a mistake of each kind. PARTS in the environment says which stacks there are.
import { App, NestedStack, Stack, StackProps, Stage, Validations } from 'aws-cdk-lib';
import { CfnUserPoolClient, OAuthScope, UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

const parts = (process.env.PARTS ?? '').split(',');
const RIGHT = { userPoolId: 'us-east-1_a1B2c3D4e', supportedIdentityProviders: ['COGNITO'] };

function longLived(scope: Construct, id: string) {
  return new CfnUserPoolClient(scope, id, { ...RIGHT, accessTokenValidity: 60 });
}

function acknowledge(scope: Construct, rule: string) {
  Validations.of(scope).acknowledge({ id: `cfn-lint-cognito::${rule}`, reason: `Known of ${scope.node.id}.` });
}

class Known extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    acknowledge(longLived(this, 'Itself'), 'E9511');
    const group = new Construct(this, 'Group');
    acknowledge(group, 'E9511');
    longLived(group, 'Below');
    new CfnUserPoolClient(this, 'InStack', { ...RIGHT, clientName: 'Größe' });
    acknowledge(this, 'E9502');
    longLived(this, 'Open');
  }
}

class Web extends Stack {
  constructor(scope: Construct, id: string, pool: UserPool) {
    super(scope, id);
    new UserPoolClient(this, 'Orders', {
      userPool: pool,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.custom('orders/read')],
        callbackUrls: ['https://app.example.com/callback'],
      },
    });
    new UserPool(new NestedStack(new NestedStack(this, 'Outer'), 'Inner'), 'Pool').addClient('Client');
  }
}

const app = new App();
if (parts.includes('mistakes')) {
  const pools = new Stack(app, 'Pools');
  new Web(app, 'Web', new UserPool(pools, 'Pool'));
  new Known(app, 'Known');
  new CfnUserPoolClient(new Stack(app, 'Calm'), 'Client', { userPoolId: RIGHT.userPoolId });
}
if (parts.includes('stages')) {
  new Topic(new Stack(app, 'Topics'), 'Topic');
  new Topic(new Stack(new Stage(app, 'Beta'), 'Topics'), 'Topic');
  longLived(new Stack(new Stage(app, 'Prod'), 'Shop'), 'Client');
}
if (parts.includes('plugin')) {
  Validations.of(app).addPlugins({
    name: 'another',
    validate: ({ templatePaths }) => ({
      success: true,
      violations: [
        {
          ruleName: 'Some rule',
          description: 'What another plugin says.',
          severity: 'warning',
          violatingResources: [{ resourceLogicalId: 'Client', templatePath: templatePaths.find((file) => file.includes('Calm'))!, locations: [] }],
        },
      ],
    }),
  });
}
if (parts.includes('topics')) {
  new Topic(new Stack(app, 'Topics'), 'Topic');
}
