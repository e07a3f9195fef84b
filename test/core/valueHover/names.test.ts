import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/task-definition.schema.json';
import { answerAt } from '../../support/hover';

const { enum: conditions, enumDescriptions } = schema.definitions.ContainerDependency.properties.condition;
const HEALTHY = enumDescriptions[conditions.indexOf('HEALTHY')] ?? '';
const lines = (...all: string[]) => all.join('\n');

/** Two containers and a volume; the cursor is put before the nth place of a name. */
const TASK = `{
  "family": "shop",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "nginx:1.27",
      "links": ["db:database"],
      "portMappings": [{ "name": "http", "containerPort": 80 }],
      "dependsOn": [{ "containerName": "db", "condition": "HEALTHY" }],
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    },
    {
      "name": "db",
      "image": "postgres:17",
      "essential": false,
      "healthCheck": { "command": ["CMD", "true"] },
      "volumesFrom": [{ "sourceContainer": "web" }]
    }
  ],
  "volumes": [{ "name": "data" }, { "name": "spare" }]
}`;

const at = (before: string, text = TASK) => answerAt(text.replace(before, `${before}|`));

describe('the name of a container', () => {
  it('says who refers to it', () => {
    expect(at('"name": "d')).toBe(
      lines(
        '**name** · a container',
        '',
        '- **Image:** `postgres:17`',
        '- **Essential:** no: it may end before the task',
        '- **Used in:** `links` of `web` (line 7), `dependsOn.containerName` of `web` (line 9)',
      ),
    );
    expect(at('"name": "we')).toContain('- **Used in:** `volumesFrom.sourceContainer` of `db` (line 17)');
  });

  it('says where it is defined', () => {
    expect(at('"containerName": "d')).toBe(
      lines(
        '**containerName** · the container `db`',
        '',
        '- **Image:** `postgres:17`',
        '- **Essential:** no: it may end before the task',
        '- **Defined in:** line 13',
        '- **Also in:** `links` of `web` (line 7)',
      ),
    );
    expect(at('"links": ["d')).toMatch(/^\*\*links\*\* · the container `db`\n/);
    expect(at('"sourceContainer": "w')).toMatch(/^\*\*sourceContainer\*\* · the container `web`\n/);
  });

  it('that nobody has', () => {
    expect(at('"containerName": "d', TASK.replace('"containerName": "db"', '"containerName": "dc"'))).toBe(
      lines(
        '**containerName** · unknown container `dc`',
        '',
        '- **Watch out:** The task definition has no container of this name.',
      ),
    );
  });

  it('that two have', () => {
    const twice = '[{ "name": "a", "image": "b:1" }, { "name": "|a", "image": "c:1" }]';
    expect(answerAt(twice)).toContain('- **Watch out:** The name is given twice.');
  });

  it('in a bare list of containers, and half typed', () => {
    expect(
      answerAt('[{ "name": "a", "image": "b" }, { "name": "c", "image": "d", "links": ["|a"] }]'),
    ).toContain('- **Defined in:** line 1');
    expect(
      answerAt('{ "containerDefinitions": [{ "name": "a" }, { "dependsOn": [{ "containerName": "|a'),
    ).toMatch(/^\*\*containerName\*\* · the container `a`\n/);
  });
});

describe('the name of a volume or port', () => {
  it('says who refers to it', () => {
    expect(at('"volumes": [{ "name": "d')).toBe(
      '**name** · a volume\n\n- **Used in:** `mountPoints.sourceVolume` of `web` (line 10)',
    );
    expect(at('{ "name": "sp')).toBe('**name** · a volume\n\n- **Used in:** nothing: no container mounts it');
    expect(at('"sourceVolume": "d')).toBe(
      '**sourceVolume** · the volume `data`\n\n- **Defined in:** line 20',
    );
    expect(at('{ "name": "ht')).toBe(
      '**name** · a port mapping\n\n- **Used in:** services that connect through Service Connect or VPC Lattice',
    );
  });
});

describe('a condition', () => {
  it('says what the container can meet', () => {
    expect(at('"condition": "HEAL')).toBe(
      lines(
        '**condition** · `HEALTHY`',
        '',
        HEALTHY,
        '',
        '- **Can be met:** `START`, `HEALTHY`, `COMPLETE` and `SUCCESS` by `db`: it has a `healthCheck` and it is not essential',
      ),
    );
    const essential = TASK.replace('"essential": false,', '').replace('HEALTHY', 'SUCCESS');
    expect(at('"condition": "SUCC', essential)).toContain(
      lines(
        '- **Can be met:** `START` and `HEALTHY` by `db`: it has a `healthCheck` and it is essential',
        '- **Watch out:** `db` cannot meet `SUCCESS`.',
      ),
    );
    const unchecked = TASK.replace('"healthCheck": { "command": ["CMD", "true"] },', '');
    expect(at('"condition": "HEAL', unchecked)).toContain('- **Watch out:** `db` cannot meet `HEALTHY`.');
    const open = TASK.replace('"essential": false', '"essential": ${E}');
    expect(at('"condition": "HEAL', open)).toContain(
      '- **Can be met:** `START` and `HEALTHY` by `db`: it has a `healthCheck`',
    );
  });

  it('of a container that is not there says what it means', () => {
    expect(at('"condition": "HEAL', TASK.replace('"containerName": "db"', '"containerName": "x"'))).toBe(
      `**condition** · \`HEALTHY\`\n\n${HEALTHY}`,
    );
  });
});
