import rule from '../../server/src/core/rules/docker-security-option-unusable';
import { testRule } from '../support/rule-tester';

const options = (dockerSecurityOptions: readonly string[]) => ({
  containerDefinitions: [{ name: 'web', dockerSecurityOptions }],
});

testRule(rule, {
  wrong: [
    {
      name: 'unknown',
      text: '{ "containerDefinitions": [{ "name": "web", "dockerSecurityOptions": ["no-new-privileges", «"no-new-privs"»] }] }',
      message:
        '"no-new-privs" is no security option of Docker. Write no-new-privileges, apparmor:PROFILE, label:VALUE or credentialspec:FILE.',
      pointer: '/containerDefinitions/0/dockerSecurityOptions/1',
      fixes: [{ title: 'Remove "no-new-privs"', result: options(['no-new-privileges']) }],
    },
    {
      name: 'SELinux on external instances',
      text: '{ "requiresCompatibilities": ["EXTERNAL"], "containerDefinitions": [{ "name": "web", "dockerSecurityOptions": [«"label:type:svirt_t"»] }] }',
      message:
        'External instances do not support SELinux, so "label:type:svirt_t" has no effect there. Remove it.',
      pointer: '/containerDefinitions/0/dockerSecurityOptions/0',
      fixes: [{ title: 'Remove "label:type:svirt_t"' }],
    },
  ],
  right: [
    {
      name: 'what Docker knows',
      document: options([
        'no-new-privileges',
        'no-new-privileges:true',
        'apparmor:docker-default',
        'apparmor=unconfined',
        'label:type:svirt_apache_t',
        'seccomp=unconfined',
        'credentialspec:file://gmsa.json',
        '${OPTION}',
      ]),
    },
    {
      name: 'AppArmor on external instances, and no SELinux',
      document: { requiresCompatibilities: ['EXTERNAL'], ...options(['apparmor:a', 'label:disable']) },
    },
    {
      name: 'Fargate, which refuses all',
      document: { requiresCompatibilities: ['FARGATE'], ...options(['a']) },
    },
    {
      name: 'Managed Instances, which refuse all',
      document: { requiresCompatibilities: ['MANAGED_INSTANCES'], ...options(['a']) },
    },
  ],
});
