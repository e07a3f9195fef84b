import { describe, expect, it } from 'vitest';
import { make, titlesAskedAt, titlesAt } from '../../support/refactorings';

/** A task for EC2 with the environment given, in which `|` is the cursor. */
const shop = (environment: string, more = ''): string => `{
  "family": "shop",
  "taskRoleArn": "arn:aws:iam::123456789012:role/shop",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "nginx:1.27",
      "memory": 128,
${environment}${more}
    }
  ]
}
`;
const variables = (...items: string[]): string =>
  `      |"environment": [\n        ${items.join(',\n        ')}\n      ]`;
const HOST = '{ "name": "HOST", "value": "db" }';
const PORT = '{ "name": "PORT", "value": "5432" }';

describe('move to secrets', () => {
  const marked = shop(variables(HOST, `{ "name": |"PASSWORD", "value": "x" }`).replace('|', ''));

  it('offers a parameter and a secret, on the variable', () => {
    expect(titlesAt(marked)).toEqual([
      'Move PASSWORD to secrets, as the parameter /shop/PASSWORD of Parameter Store (fill in <REGION>)',
      'Move PASSWORD to secrets, as the secret shop/PASSWORD of Secrets Manager (fill in <REGION> and <SUFFIX>)',
    ]);
  });

  it('adds the execution role that secrets need', () => {
    expect(make(marked, 'Move PASSWORD to secrets, as the parameter')).toEqual({
      title: expect.any(String),
      kind: 'refactor.extract',
      file: undefined,
      text: `{
  "family": "shop",
  "taskRoleArn": "arn:aws:iam::123456789012:role/shop",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [
        { "name": "HOST", "value": "db" }
      ],
      "secrets": [
        {
          "name": "PASSWORD",
          "valueFrom": "arn:aws:ssm:<REGION>:123456789012:parameter/shop/PASSWORD"
        }
      ]
    }
  ],
  "executionRoleArn": "arn:aws:iam::123456789012:role/ecsTaskExecutionRole"
}
`,
    });
  });

  it.each([
    ['between variables', shop(`      "environment": [\n        ${HOST},|\n        ${PORT}\n      ]`)],
    ['on a variable without a name', shop('      "environment": [{ |"value": "x" }]')],
    [
      'on one whose name a template fills in',
      shop('      "environment": [{ |"name": "${NAME}", "value": "x" }]'),
    ],
    [
      'on one that is a secret too',
      shop(
        '      "environment": [{ |"name": "A", "value": "x" }],\n      "secrets": [{ "name": "A", "valueFrom": "a" }]',
      ),
    ],
    ['in text that is not whole', shop('      "environment": [{ |"name": "A", "value": "x" ]')],
  ])('is not offered %s', (_, text) => expect(titlesAt(text)).toEqual([]));
});

describe('extract environment', () => {
  it('moves what a file can hold, and keeps the rest', () => {
    const marked = shop(
      variables(
        HOST,
        '{ "name": "GREETING", "value": "two\\nlines" }',
        '{ "name": "TAG", "value": "${TAG}" }',
        '{ "name": "PADDED", "value": " x" }',
        '{ "name": "#A", "value": "x" }',
        '{ "name": "NOTE", "value": "x", "why": "y" }',
        '{ "name": "EMPTY", "value": "" }',
      ),
    );
    expect(make(marked, 'Move')).toEqual({
      title: 'Move 2 variables to the environment file web.env (fill in <BUCKET>)',
      kind: 'refactor.extract',
      file: { name: 'web.env', text: 'HOST=db\nEMPTY=\n' },
      text: `{
  "family": "shop",
  "taskRoleArn": "arn:aws:iam::123456789012:role/shop",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [
        { "name": "GREETING", "value": "two\\nlines" },
        { "name": "TAG", "value": "\${TAG}" },
        { "name": "PADDED", "value": " x" },
        { "name": "#A", "value": "x" },
        { "name": "NOTE", "value": "x", "why": "y" }
      ],
      "environmentFiles": [
        {
          "value": "arn:aws:s3:::<BUCKET>/shop/web.env",
          "type": "s3"
        }
      ]
    }
  ],
  "executionRoleArn": "arn:aws:iam::123456789012:role/ecsTaskExecutionRole"
}
`,
    });
  });

  it('takes the list away with its last variable, and comes before other files, which it must win over', () => {
    const files = ',\n      "environmentFiles": [{ "value": "arn:aws:s3:::b/a.env", "type": "s3" }]';
    const { title, text } = make(shop(variables(HOST), files), 'Move');
    expect(title).toBe('Move HOST to the environment file web.env (fill in <BUCKET>)');
    expect(text).not.toContain('"environment":');
    expect(text).toContain(
      '"environmentFiles": [{ "value": "arn:aws:s3:::<BUCKET>/shop/web.env", "type": "s3" }, { "value": "arn:aws:s3:::b/a.env", "type": "s3" }]',
    );
  });

  it('keeps a comment of the list', () => {
    const { text } = make(shop(variables(`// where it is\n        ${HOST}`)), 'Move');
    expect(text).toContain('"environment": [\n        // where it is\n      ],');
  });

  it('is offered on the key, and anywhere in the container when asked for', () => {
    const title = 'Move HOST to the environment file web.env (fill in <BUCKET>)';
    expect(titlesAt(shop(variables(HOST)))).toEqual([title]);
    const elsewhere = shop(variables(HOST).replace('|', '')).replace('"memory"', '|"memory"');
    expect(titlesAt(elsewhere)).toEqual([]);
    expect(titlesAskedAt(elsewhere)).toContain(title);
    expect(
      titlesAskedAt(elsewhere.replace('|', '').replace('"taskRoleArn"', '|"taskRoleArn"')),
    ).not.toContain(title);
  });

  it.each([
    [
      'for Windows',
      shop(variables(HOST)).replace(
        '"family"',
        '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "family"',
      ),
    ],
    ['where only a template knows the values', shop(variables('{ "name": "A", "value": "${A}" }'))],
    [
      'with ten files',
      shop(
        variables(HOST),
        `,\n      "environmentFiles": [${Array(10).fill('{ "value": "arn:aws:s3:::b/a.env", "type": "s3" }')}]`,
      ),
    ],
  ])('is not offered %s', (_, text) => expect(titlesAt(text)).toEqual([]));

  it('names the file for the container, where a file can have that name', () => {
    const open = shop(variables(HOST)).replace('"name": "web"', '"name": "${APP}"');
    expect(make(open, 'Move').file?.name).toBe('environment.env');
  });
});

describe('sort environment', () => {
  it('sorts by name, with the comments that belong to a variable', () => {
    const marked = shop(
      variables(`// the port\n        ${PORT}`, '{ "name": "A", "value": "1" }', `${HOST} // where it is`),
    );
    expect(make(marked, 'Sort environment by name').text).toBe(
      shop(`      "environment": [
        { "name": "A", "value": "1" },
        { "name": "HOST", "value": "db" }, // where it is
        // the port
        { "name": "PORT", "value": "5432" }
      ]`),
    );
  });

  it('sorts secrets too, and keeps those of one name as they are', () => {
    const secret = (name: string, from: string) => `{ "name": "${name}", "valueFrom": "${from}" }`;
    const marked = shop(`      |"secrets": [${secret('B', 'b')}, ${secret('A', '1')}, ${secret('A', '2')}]`);
    expect(make(marked, 'Sort secrets by name').text).toContain(
      `"secrets": [${secret('A', '1')}, ${secret('A', '2')}, ${secret('B', 'b')}]`,
    );
  });

  it.each([
    ['in order', variables(HOST, PORT)],
    ['without a name', variables(PORT, '{ "value": "x" }', HOST)],
    [
      'with a block of a template',
      variables(PORT, `{{ if .Debug }}{ "name": "DEBUG", "value": "1" },{{ end }}${HOST}`),
    ],
    [
      'where a comment would swallow what follows',
      `      |"environment": [ ${PORT}, ${HOST} // why\n      ]`.replace('[ ', '['),
    ],
  ])('is not offered for what is %s', (_, text) =>
    expect(titlesAt(shop(text))).not.toContain('Sort environment by name'),
  );
});
