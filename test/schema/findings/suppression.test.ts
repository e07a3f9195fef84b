import { describe, expect, it } from 'vitest';
import { container, find, task, testFindings } from '../../support/schema-tester';

const inApp = '/containerDefinitions/0';

testFindings('templates', {
  'values that a template leaves open': [
    `{"family": "<FAMILY>", "cpu": "\${CPU}", "networkMode": "{{ mode }}", "requiresCompatibilities": ["__LAUNCH__"],
      "ephemeralStorage": {"sizeInGiB": "#{SIZE}#"}, "volumes": [{"name": "%VOLUME%.x"}], "tags": "{{ tags }}",
      "containerDefinitions": [{"name": "$NAME", "image": "<IMAGE1_NAME>", "memory": "\${MEMORY}", "essential": "\${E}",
        "environment": "{{ env }}", "portMappings": ["{{ port }}", {"containerPort": "\${PORT}"}]}]}`,
  ],
  'a list of containers that a template fills': [
    '{"family": "web", "containerDefinitions": "${containers}"}',
  ],
  'keys that a template leaves open: they may be the missing ones': [
    '{"{{ family }}": "web", "containerDefinitions": [{"${NAME}": 1}]}',
  ],
  "dollar signs in a command are the shell's": [
    container('"command": «"echo $HOME"»'),
    {
      rule: 'schema/type',
      pointer: `${inApp}/command`,
      message: '"command" must be a list of strings, not "echo $HOME": write ["sh", "-c", "echo $HOME"].',
      fixes: [
        {
          title: 'Change command to ["sh", "-c", "echo $HOME"]',
          to: container('"command": ["sh", "-c", "echo $HOME"]'),
        },
      ],
    },
  ],
  '$schema is no template mark, so that the family is missing': [
    '«{»«"$schema"»: "x", "containerDefinitions": [{"name": "ab", "image": "b"}]}',
    {
      rule: 'schema/required',
      pointer: '',
      message: '"family" is missing: AWS requires it in every task definition.',
      fixes: [
        {
          title: 'Add family "ab"',
          to: '{"$schema": "x", "containerDefinitions": [{"name": "ab", "image": "b"}], "family": "ab"}',
        },
      ],
    },
    {
      rule: 'schema/unknown-key',
      pointer: '/$schema',
      message:
        'The AWS CLI refuses "$schema", as it does every key it does not know, comments too. Remove it.',
      fixes: [
        {
          title: 'Remove $schema',
          safe: true,
          to: '{"containerDefinitions": [{"name": "ab", "image": "b"}]}',
        },
      ],
    },
  ],
  'marks outside of strings': [
    '{"family": "web", "cpu": {{ cpu }}, "tags": ${tags}, "containerDefinitions": [{"name": "a", "image": "b", "memory": ${memory}, "healthCheck": {{ check }}, "cpu": {% cpu %}}]}',
  ],
});

testFindings('documents that are being typed', {
  'nothing yet': [''],
  'an opening brace': ['{'],
  'half a key': ['{"family": "web", "containerDefinitions": [{"name": "app", "ima'],
  'a key without its value': ['{"family": "web", "containerDefinitions": [{"name": "app", "image": }]}'],
  'a key without its colon, in the last of two containers': [
    '{"family": "web", "containerDefinitions": [{"name": «"a"»}, {"name": "b", "image"}]}',
    {
      rule: 'schema/required',
      pointer: inApp,
      message: '"image" is missing: AWS requires it in every container.',
      fixes: [{ title: 'Add image "<IMAGE>" (fill in <IMAGE>)' }],
    },
  ],
  'a missing brace: the keys behind it belong elsewhere': [
    '{"containerDefinitions": [{"name": "app", "image": "b", "portMappings": [{"containerPort": 80], "family": "web"}',
  ],
  'a number with a leading zero is not taken for nought': [task('"cpu": 0256')],
});

testFindings('one mistake, one finding', {
  'a wrong type is not judged inside': [
    container('«"environment"»: {"A": null, "Name": 5, "b": {"c": 1}}'),
    {
      rule: 'schema/type',
      pointer: `${inApp}/environment`,
      message: '"environment" must be a list of objects with "name" and "value", not an object.',
    },
  ],
  'a wrong type is not measured against the values as well': [
    container('"versionConsistency": «true»'),
    {
      rule: 'schema/type',
      pointer: `${inApp}/versionConsistency`,
      message: '"versionConsistency" must be a string, not true.',
    },
  ],
  'the last of two values of a key counts': [task('"cpu": 256, "cpu": "256"')],
});

describe('beside a syntax error', () => {
  const essential = (text: string) =>
    find(text).map(({ rule, pointer, fixes }) => [rule, pointer, fixes.length]);

  it('keys before it are judged, those behind it in the same object are not', () => {
    expect(
      essential('{"family": "web", "containerDefinitions": [{"Name": "app", "image" "b", "Cpu": 1}]}'),
    ).toEqual([['schema/unknown-key', '/containerDefinitions/0/Name', 2]]);
  });

  it('other objects are judged as usual', () => {
    expect(
      essential('{"family": "web", "containerDefinitions": [{"name" "a"}, {"name": "b", "image": 5}]}'),
    ).toEqual([['schema/type', '/containerDefinitions/1/image', 1]]);
  });

  it('no fix writes a broken value anew', () => {
    expect(essential('{"family": "web", "containerDefinitions": {"name": "a" "image": "b"}}')).toEqual([
      ['schema/type', '/containerDefinitions', 0],
    ]);
    expect(essential('{"taskDefinition": {"family": "web" "containerDefinitions": []}}')).toEqual([
      ['describe-output', '/taskDefinition', 0],
      // An empty list is whole, and loses nothing.
      ['schema/length', '/taskDefinition/containerDefinitions', 1],
    ]);
  });
});
