import rule from '../../server/src/core/rules/environment-file-on-windows';
import { testRule } from '../support/rule-tester';

const files = [{ type: 's3', value: 'arn:aws:s3:::bucket/web.env' }];
const on = (operatingSystemFamily: string, environmentFiles: unknown) => ({
  runtimePlatform: { operatingSystemFamily },
  containerDefinitions: [{ name: 'web', environmentFiles }],
});

testRule(rule, {
  wrong: [
    {
      name: 'Windows',
      text: '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2019_CORE" }, "containerDefinitions": [{ "name": "web", «"environmentFiles"»: [{ "type": "s3", "value": "arn:aws:s3:::bucket/web.env" }] }] }',
      message:
        'Environment files are for Linux containers, and runtimePlatform names Windows. Set the variables in environment and secrets.',
      pointer: '/containerDefinitions/0/environmentFiles',
      fixes: [
        {
          title: 'Remove environmentFiles',
          result: {
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_CORE' },
            containerDefinitions: [{ name: 'web' }],
          },
        },
      ],
    },
  ],
  right: [
    { name: 'Linux', document: on('LINUX', files) },
    { name: 'no platform', document: { containerDefinitions: [{ name: 'web', environmentFiles: files }] } },
    { name: 'a platform left open', document: on('${OS}', files) },
    { name: 'no file', document: on('WINDOWS_SERVER_2019_CORE', []) },
  ],
});
