import { describe, expect, it } from 'vitest';
import { credentialIn, credentialNamed, SHAPES } from '../../server/src/core/model/credentials';
import * as fc from '../support/fast-check';

/** Made up; parts are put together here so that no scanner takes this file for a leak. */
const letters = (count: number) => 'wXtqLmBvRnKsZcJhDfGpYaTuEiOlQkNxMbVrWzSgHjUe'.repeat(4).slice(0, count);
const mixed = (count: number) => 'wX4t9qLmB7vR2nK8sZ5cJ1hD6fG3pY0aTuEiOlQkNx'.repeat(8).slice(0, count);
const hex = (count: number) => '9f3b1c2d4e5a60718293d4b5c6e7f8a0'.repeat(8).slice(0, count);
const upper = (count: number) => 'QZ3TX7MKLW5PRVJ2HN6BCDFG4SYAEIOU'.repeat(4).slice(0, count);
const join = (...parts: string[]) => parts.join('');

/** One or more texts of each shape. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'an AWS access key ID': [join('AK', 'IA', upper(16)), join('export ID=AS', 'IA', upper(16), ' && run')],
  'a private key': [
    join('-----BEGIN ', 'RSA PRIVATE KEY-----\nMII'),
    join('-----BEGIN ', 'PRIVATE KEY-----'),
    join('PuTTY-User-', 'Key-File-3: ssh-ed25519'),
    join('AGE-SECRET-', 'KEY-1', upper(58)),
  ],
  'a GitHub token': [
    join('gh', 'p_', mixed(36)),
    join('gh', 's_', mixed(36)),
    join('github', '_pat_', mixed(82)),
  ],
  'a GitLab token': [join('gl', 'pat-', mixed(20)), join('gl', 'rt-', mixed(20))],
  'an npm token': [join('np', 'm_', mixed(36))],
  'a PyPI token': [join('py', 'pi-AgE', mixed(80))],
  'a Docker Hub token': [join('dckr', '_pat_', mixed(27))],
  'an Atlassian token': [join('ATA', 'TT3', mixed(120))],
  'a Postman API key': [join('PM', 'AK-', hex(24), '-', hex(34))],
  'a Pulumi token': [join('pu', 'l-', hex(40))],
  'a Google API key': [join('AI', 'za', mixed(35))],
  'a Google client secret': [join('GOC', 'SPX-', mixed(28))],
  'an Azure storage key': [
    join('DefaultEndpointsProtocol=https;AccountName=web;', 'Account', 'Key=', mixed(86), '==;'),
  ],
  'an Azure shared access key': [join('Endpoint=sb://web/;Shared', 'AccessKey=', mixed(43), '=')],
  'an Azure shared access signature': [join('https://web.example.com/x?sv=1&', 'sig=', mixed(43), '%3D')],
  'an Azure client secret': [join('wX4', '8', 'Q~', mixed(34))],
  'a DigitalOcean token': [join('do', 'p_v1_', hex(64))],
  'a Databricks token': [join('da', 'pi', hex(32)), join('da', 'pi', hex(32), '-2')],
  'a Vault token': [join('hv', 's.', mixed(90))],
  'a Doppler token': [join('dp.', 'st.prd.', mixed(43))],
  'a PlanetScale credential': [join('pscale', '_pw_', mixed(43))],
  'a Supabase token': [join('sb', 'p_', hex(40))],
  'a Slack token': [
    join('xo', 'xb-2173', '1234-', mixed(24)),
    join('xa', 'pp-1-', upper(11), '-1-', hex(64)),
  ],
  'a Slack webhook': [
    join('https://hooks.', 'slack.com/services/', upper(9), '/', upper(11), '/', mixed(24)),
  ],
  'a Discord webhook': [join('https://discord', '.com/api/webhooks/', '907153264810273645', '/', mixed(68))],
  'a Telegram bot token': [join('719', '3045826:AA', mixed(33))],
  'a SendGrid API key': [join('S', 'G.', mixed(22), '.', mixed(43))],
  'a Twilio API key': [join('S', 'K', hex(32))],
  'a Mailgun API key': [join('ke', 'y-', hex(32))],
  'a Mailchimp API key': [join(hex(32), '-u', 's14')],
  'a Stripe key': [
    join('sk', '_live_', mixed(24)),
    join('rk', '_test_', mixed(99)),
    join('wh', 'sec_', mixed(32)),
  ],
  'a Shopify token': [join('sh', 'pat_', hex(32))],
  'a Square secret': [join('sq', '0csp-', mixed(43))],
  'an OpenAI API key': [
    join('sk', '-proj-', mixed(60)),
    join('sk', '-', mixed(20), 'T3Blbk', 'FJ', mixed(20)),
  ],
  'an Anthropic API key': [join('sk', '-ant-', 'api03-', mixed(93), 'AA')],
  'an OpenRouter API key': [join('sk', '-or-v1-', hex(64))],
  'a Hugging Face token': [join('h', 'f_', letters(34))],
  'a New Relic key': [join('NR', 'AK-', upper(27)), join(hex(36), 'NR', 'AL')],
  'a Grafana token': [join('gl', 'sa_', mixed(32), '_', hex(8)), join('gl', 'c_eyJ', mixed(60))],
  'a Sentry token': [join('sn', 'trys_', mixed(90))],
  'a Dynatrace token': [join('dt', '0c01.', upper(24), '.', upper(64))],
  'a Linear API key': [join('lin', '_api_', mixed(40))],
  'a Notion token': [join('nt', 'n_', mixed(46))],
  'a Figma token': [join('fi', 'gd_', mixed(40))],
  'a JSON Web Token': [join('ey', 'J', mixed(30), '.ey', 'J', mixed(60), '.', mixed(43))],
  'an Authorization header': [
    join('curl -H "Authori', 'zation: Basic ', mixed(20), '=="'),
    join('authori', 'zation: Bearer ', mixed(40)),
  ],
};

describe('texts that are credentials by their shape', () => {
  it('has one for each shape', () => {
    expect(Object.keys(TEXTS).sort()).toEqual(SHAPES.map(({ what }) => what).sort());
  });

  const rows = Object.entries(TEXTS).flatMap(([what, texts]) =>
    texts.map((text, i) => [`${what} ${i}`, what, text]),
  );
  it.each(rows)('%s', (_, what, text) => {
    expect(credentialIn(text as string)).toEqual({ what, sure: true });
    expect(credentialIn(`--x=${text} -v`)?.what, 'inside of a command').toBe(what);
  });

  it.each([
    join('A', 'AK', 'IA', upper(16)),
    join('AK', 'IA', upper(17)),
    join('x', 'gh', 'p_', mixed(36)),
    join('np', 'm_', mixed(37)),
    join('ke', 'y-', hex(33)),
  ])('is silent inside of a longer word: %#', (text) => {
    expect(credentialIn(text)).toBeUndefined();
  });

  it.each([
    ['postgres://app:wX4t9qLm@db.example.com:5432/app', true],
    ['redis://:wX4t9qLm@cache:6379/0', true],
    ['mongodb+srv://app:wX%404t@a.example.com,b.example.com/app?w=1', true],
    ['amqps://app:p@ss@mq', true],
    ['see http://a/b and https://me:wX4t9qLm@example.com', true],
    ['jdbc:mysql://app:wX4t9qLm@db/app', true],
    ['postgres://app:wX4t9qLm@localhost/app', false],
    ['postgres://postgres:postgres@db/app', false],
    ['amqp://app:password@mq', false],
  ])('a URL with a password: %s', (text, sure) => {
    expect(credentialIn(text)).toEqual({ what: 'a URL with a password', sure });
  });

  it.each([
    ['Server=db;User Id=app;Password=wX4t9qLm;', true],
    ['Data Source=db;Uid=app;Pwd=wX4t9qLm', true],
    ['host=db user=app password=wX4t9qLm dbname=app', true],
    ['jdbc:postgresql://db/app?user=app&password=wX4t9qLm', true],
    ['Server=db;Uid=sa;Pwd=secret', false],
  ])('a connection string with a password: %s', (text, sure) => {
    expect(credentialIn(text)).toEqual({ what: 'a connection string with a password', sure });
  });

  it('is silent where the name says that the kind is made to be published', () => {
    const [jwt = ''] = TEXTS['a JSON Web Token'] ?? [];
    const [google = ''] = TEXTS['a Google API key'] ?? [];
    const [github = ''] = TEXTS['a GitHub token'] ?? [];
    expect(credentialIn(jwt, 'SUPABASE_ANON_KEY')).toBeUndefined();
    expect(credentialIn(jwt, 'SERVICE_JWT')?.what).toBe('a JSON Web Token');
    expect(credentialIn(google, 'FIREBASE_API_KEY')).toBeUndefined();
    expect(credentialIn(google, 'googleMapsApiKey')).toBeUndefined();
    expect(credentialIn(google, 'YOUTUBE_API_KEY')?.what).toBe('a Google API key');
    expect(credentialIn(github, 'NEXT_PUBLIC_TOKEN')?.what).toBe('a GitHub token');
  });
});

describe('names of credentials', () => {
  it.each([
    ['DB_PASSWORD', 'password', false],
    ['DB_PASSWORD', 'hunter2', false],
    ['dbPassword', 'hunter2', false],
    ['spring.datasource.password', 'hunter2', false],
    ['ConnectionStrings__Password', 'hunter2', false],
    ['MYSQL_ROOT_PASSWORD', 'root', false],
    ['MYSQL_PWD', 'letmein', false],
    ['SMTP_PASS', 'letmein', false],
    ['PASS', 'letmein', false],
    ['DB_PASSWORD_PROD', 'letmein', false],
    ['API_KEY_2', 'wX4t9qLm', false],
    ['apikey', 'wX4t9qLm', false],
    ['GPG_PASSPHRASE', 'open the door', false],
    ['AWS_ACCESS_KEY_ID', 'local', false],
    ['AWS_SECRET_ACCESS_KEY', 'local', false],
    ['SECRET_KEY_BASE', 'hunter2', false],
    ['ECS_ENGINE_AUTH_DATA', '{"registry":{"username":"a"}}', false],
    ['splunk-token', '6f1c2b7e-93a4-4d0a-8e55-0c1d7a2b9f34', true],
    ['SESSION_SECRET', mixed(32), true],
    ['DD_API_KEY', hex(32), true],
    ['STRIPE_SECRET_KEY_TEST', mixed(24), true],
    ['JWT_PRIVATE_KEY', mixed(64), true],
    ['GOOGLE_CREDENTIALS', mixed(64), true],
    ['AWS_SECRET_ACCESS_KEY', `/${mixed(39)}`, true],
    ['APP_KEY', `base64:${mixed(43)}=`, false],
    ['REGISTRY_AUTH', mixed(40), false],
  ])('%s', (name, value, sure) => {
    expect(credentialNamed(name, value)).toEqual({ sure });
  });
});

const UUID = '6f1c2b7e-93a4-4d0a-8e55-0c1d7a2b9f34';

/** What people write that is no credential, whatever it looks like at first sight. */
const HARMLESS: readonly (readonly [name: string, value: string])[] = [
  // names that end in what they are
  ['POSTGRES_PASSWORD_FILE', '/run/secrets/postgres-password'],
  ['DB_SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf'],
  ['DB_SECRET_NAME', 'prod-db'],
  ['DB_SECRET_ID', UUID],
  ['API_KEY_HEADER', 'X-Api-Key'],
  ['API_KEY_ENABLED', 'certainly'],
  ['TOKEN_EXPIRY', '3600s'],
  ['TOKEN_EXPIRES_IN', 'one day'],
  ['ACCESS_TOKEN_TTL', '15m'],
  ['TOKEN_TYPE', 'bearer'],
  ['TOKEN_URL', 'https://login.example.com/oauth2/token'],
  ['TOKEN_ISSUER', 'login.example.com'],
  ['PASSWORD_MIN_LENGTH', 'twelve'],
  ['PASSWORD_POLICY', 'strict'],
  ['SECRETS_MANAGER_REGION', 'eu-west-1'],
  ['PRIVATE_KEY_PATH', 'certs/key.pem'],
  ['AUTH_PROVIDER', 'cognito'],
  ['NEXTAUTH_URL', 'https://www.example.com'],
  ['SSH_KEY_NAME', 'deployment'],
  ['GLUE_TOKEN_ADDRESS', '0x3D19A80b3bD5CC3a4E55D4b5B753bC36d6A44743'],
  ['SIGNER_TYPE', 'private-key'],
  ['USERNAME', 'token'],
  // names of other things
  ['AUTHOR', 'somebody'],
  ['COMPASS', 'north-north-west'],
  ['BYPASS', 'never-mind'],
  ['MONKEY', 'business'],
  ['PWD', 'srv'],
  ['OLDPWD', 'srv'],
  ['CACHE_KEY', 'products'],
  ['S3_KEY', 'releases/2026/build-1234567890123.zip'],
  ['PARTITION_KEY', 'tenant-and-day'],
  ['KMS_KEY', UUID],
  ['LOG_KEY', 'log'],
  ['TOKENIZER', 'cl100k'],
  ['CORS_ALLOW_CREDENTIALS', 'true'],
  // made to be published
  ['STRIPE_PUBLISHABLE_KEY', join('pk', '_live_', mixed(24))],
  ['SSH_PUBLIC_KEY', `ssh-ed25519 ${mixed(68)}`],
  ['JWT_PUBLIC_KEY', join('-----BEGIN ', 'PUBLIC KEY-----')],
  ['NEXT_PUBLIC_API_KEY', hex(32)],
  ['RECAPTCHA_SITE_KEY', mixed(40)],
  ['SENTRY_DSN', `https://${hex(32)}@o1.ingest.sentry.io/1`],
  // values that are none
  ['MYSQL_ALLOW_EMPTY_PASSWORD', '1'],
  ['MYSQL_RANDOM_ROOT_PASSWORD', 'yes'],
  ['REQUIRE_PASSWORD', 'enabled'],
  ['DB_PASSWORD', ''],
  ['DB_PASSWORD', 'null'],
  ['DB_PASSWORD', '12345'],
  ['DB_PASSWORD', 'changeme'],
  ['DB_PASSWORD', 'CHANGE-ME'],
  ['DB_PASSWORD', 'your-password-here'],
  ['DB_PASSWORD', 'REPLACE_WITH_PASSWORD'],
  ['DB_PASSWORD', 'xxxxxxxx'],
  ['DB_PASSWORD', '********'],
  ['DB_PASSWORD', 'TODO: fill in'],
  ['DB_PASSWORD', '${DB_PASSWORD}'],
  ['DB_PASSWORD', '{{ ssm `/db/password` }}'],
  ['DB_PASSWORD', '<DB_PASSWORD>'],
  ['DB_PASSWORD', '__DB_PASSWORD__'],
  ['DB_PASSWORD', '%DB_PASSWORD%'],
  ['DB_PASSWORD', '#{DbPassword}#'],
  ['DB_PASSWORD', '@@DB_PASSWORD@@'],
  ['DB_PASSWORD', '$DB_PASSWORD'],
  ['DB_PASSWORD', '{{resolve:secretsmanager:db:SecretString:password}}'],
  ['DB_PASSWORD', 'arn:aws:ssm:eu-west-1:123456789012:parameter/db/password'],
  ['DB_PASSWORD', '/prod/db/password'],
  ['DB_PASSWORD', 'prod/db/password'],
  ['DB_PASSWORD', 'ssm:/prod/db/password'],
  ['DB_PASSWORD', 'vault:secret/data/db#password'],
  ['DB_PASSWORD', 'op://vault/db/password'],
  ['DB_PASSWORD', 'ENC(2mQxvR8sT1pZ6kLw==)'],
  ['DB_PASSWORD', `{cipher}${hex(64)}`],
  ['DB_SECRET', 'web-db-credentials'],
  ['AUTH_TOKEN', 'https://login.example.com/token'],
  ['GOOGLE_APPLICATION_CREDENTIALS', '/etc/google.json'],
  ['TLS_PRIVATE_KEY', './certs/tls.key'],
  ['TLS_PRIVATE_KEY', 'C:\\certs\\tls.key'],
  // shapes that say themselves that they are none
  ['AWS_ACCESS_KEY_ID', join('AK', 'IAIOSFODNN7EXAMPLE')],
  ['AWS_SECRET_ACCESS_KEY', join('wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYEXAMPLEKEY')],
  ['GITHUB_TOKEN', `ghp_${'x'.repeat(36)}`],
  ['SLACK', 'xoxb-your-token'],
  // URLs and connection strings without a password
  ['DATABASE_URL', 'file:/tmp/app.db'],
  ['DATABASE_URL', 'sqlite:///app.db'],
  ['DATABASE_URL', 'postgres://db.example.com:5432/app'],
  ['DATABASE_URL', 'postgres://app@db.example.com:5432/app'],
  ['DATABASE_URL', 'postgres://app:@db.example.com:5432/app'],
  ['DATABASE_URL', 'postgres://app:${DB_PASSWORD}@db.example.com/app'],
  ['DATABASE_URL', 'postgres://app:$DB_PASSWORD@db.example.com/app'],
  ['DATABASE_URL', 'postgres://app:<PASSWORD>@db.example.com/app'],
  ['DATABASE_URL', 'postgres://app:{password}@db.example.com/app'],
  ['DATABASE_URL', 'postgres://app:CHANGEME@db.example.com/app'],
  ['DATABASE_URL', 'jdbc:postgresql://db/app?user=app&password=${PASSWORD}'],
  ['CONNECTION', 'Server=db;Uid=app;Pwd={0}'],
  ['CONNECTION', 'Server=db;Integrated Security=true'],
  ['ASPNETCORE_URLS', 'http://+:8080'],
  ['KAFKA', 'PLAINTEXT://a:9092,PLAINTEXT://b:9092'],
  ['NPM_REGISTRY', 'https://npm.example.com:8443/@scope/x'],
  ['MAIL_FROM', 'Web <web@example.com>'],
  ['CORS', 'https://a.example.com:8443,https://b.example.com'],
  ['IMAGE_DIGEST', `sha256:${hex(64)}`],
  ['GIT_COMMIT', hex(40)],
  ['TASK_ID', UUID],
  ['QUEUE', 'https://sqs.eu-west-1.amazonaws.com/123456789012/jobs.fifo'],
];

describe('harmless variables', () => {
  it('are many, and none stands twice', () => {
    expect(HARMLESS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HARMLESS.map((pair) => pair.join('='))).size).toBe(HARMLESS.length);
  });

  it.each(HARMLESS)('%s=%s', (name, value) => {
    expect(credentialIn(value, name)).toBeUndefined();
    expect(credentialNamed(name, value)).toBeUndefined();
  });
});

describe('properties', () => {
  /** What the patterns look for, in any order: where a pattern is not linear, these lead it astray. */
  const pieces = [
    ...SHAPES.flatMap(({ marks }) => marks),
    ...['a', 'A', '0', '-', '_', '.', '/', ':', '://', '@', '=', ';', '&', ' ', '"', '%', '+'],
    ...[
      '-----BEGIN ',
      'password=',
      'pwd=',
      'host=',
      'Authorization: Basic ',
      'arn:',
      'ENC(',
      mixed(20),
      hex(20),
    ],
  ];
  const NAMES = ['DB_PASSWORD', 'APP_KEY', 'A'];

  /** Quadratic work would be 40,000,000,000 steps, longer than a test may take; linear work takes some 20 ms. */
  function expectEnd(part: string): void {
    const text = part.repeat(Math.ceil(200_000 / part.length));
    credentialIn(text);
    for (const name of NAMES) credentialNamed(name, text);
    expect(credentialNamed(text, 'wX4t9qLm')?.sure).not.toBe(true);
  }

  it.each(pieces)('takes no longer than a long text deserves: many %j', (piece) => {
    expectEnd(piece);
  });

  it('takes no longer than a long text deserves: what is looked for, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }), (parts) => {
        expectEnd(parts.join(''));
      }),
      { numRuns: 60 * fc.times },
    );
  });
});
