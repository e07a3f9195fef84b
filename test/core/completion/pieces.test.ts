import { describe, expect, it } from 'vitest';
import { PIECES } from '../../../server/src/core/features/completion/pieces';
import { parseJson } from '../../../server/src/core/syntax/json/parse';
import { choose, container, FARGATE, labels, proposals } from '../../support/completion';

describe('pieces', () => {
  it('are offered where an object may stand', () => {
    expect(labels('{ "containerDefinitions": [|] }')).toEqual([
      'container',
      'sidecar: log router (FireLens)',
      'sidecar: X-Ray and metrics (ADOT collector)',
      'init container: runs first and ends',
    ]);
    expect(labels('{ "volumes": [|] }')).toEqual([
      ...['scratch volume', 'EFS volume', 'EBS volume, configured at launch', 'folder of the host'],
    ]);
    expect(labels('[{ "name": "a", "image": "b" }, |]')).toContain('container');
    expect(labels(container('"logConfiguration": |'))).toEqual([
      ...['awslogs', 'awsfirelens', 'splunk', 'json-file'],
    ]);
  });

  it('leave out what is refused', () => {
    expect(labels(`{ ${FARGATE} "volumes": [|] }`)).not.toContain('folder of the host');
    expect(labels(container('"logConfiguration": |', FARGATE))).toEqual(['awslogs', 'awsfirelens', 'splunk']);
  });

  it('fill a document that is empty', () => {
    expect(labels('|')).toEqual(['task on Fargate', 'task on EC2']);
    for (const label of labels('|')) expect(JSON.parse(choose('|', label))).toMatchObject({ family: 'shop' });
    expect(choose('|', 'task on EC2')).toBe(
      [
        '{',
        '  "family": "shop",',
        '  "requiresCompatibilities": ["EC2"],',
        '  "networkMode": "bridge",',
        '  "containerDefinitions": [',
        '    {',
        '      "name": "app",',
        '      "image": "<IMAGE>",',
        '      "essential": true,',
        '      "memory": 512,',
        '      "portMappings": [',
        '        {',
        '          "containerPort": 80',
        '        }',
        '      ],',
        '      "logConfiguration": {',
        '        "logDriver": "awslogs",',
        '        "options": {',
        '          "awslogs-group": "/ecs/<NAME>",',
        '          "awslogs-region": "<REGION>",',
        '          "awslogs-stream-prefix": "app"',
        '        }',
        '      }',
        '    }',
        '  ]',
        '}',
      ].join('\n'),
    );
  });

  it('make a list where one has to stand, and stand behind what is there with a comma between', () => {
    expect(JSON.parse(choose('{ "volumes": | }', 'scratch volume'))).toEqual({ volumes: [{ name: 'data' }] });
    expect(JSON.parse(choose('{ "volumes": [{ "name": "a" } |] }', 'scratch volume'))).toEqual({
      volumes: [{ name: 'a' }, { name: 'data' }],
    });
  });

  it('are found by their names', () => {
    expect(proposals('{ "containerDefinitions": [|] }')[0]).toMatchObject({
      kind: 'piece',
      filter: 'container',
    });
  });

  const places: Record<string, string> = {
    TaskDefinition: '|',
    ContainerDefinition: '{ "containerDefinitions": [|] }',
    PortMapping: '{ "containerDefinitions": [{ "portMappings": [|] }] }',
    LogConfiguration: '{ "containerDefinitions": [{ "logConfiguration": | }] }',
    HealthCheck: '{ "containerDefinitions": [{ "healthCheck": | }] }',
    Secret: '{ "containerDefinitions": [{ "secrets": [|] }] }',
    KeyValuePair: '{ "containerDefinitions": [{ "environment": [|] }] }',
    MountPoint: '{ "containerDefinitions": [{ "mountPoints": [|] }] }',
    ContainerDependency: '{ "containerDefinitions": [{ "dependsOn": [|] }] }',
    Volume: '{ "volumes": [|] }',
    ProxyConfiguration: '{ "proxyConfiguration": | }',
  };

  it('are all tried here', () => {
    expect(Object.keys(places).sort()).toEqual(Object.keys(PIECES).sort());
  });

  it.each(Object.entries(places))('leave valid JSON without a sign of a stop: %s', (_, marked) => {
    const found = labels(marked);
    expect(found).not.toEqual([]);
    for (const label of found) {
      const result = choose(marked, label);
      expect(parseJson(result).problems, result).toEqual([]);
      expect(result).not.toMatch(/[\uE000-\uE00F]/);
    }
  });
});
