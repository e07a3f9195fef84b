import { describe, expect, it } from 'vitest';
import { type Member, type Members, schemaMembers } from './schemaMembers';
import { type Difference, intendedDifferences } from './sdk-differences';
import { sdkMembers } from './sdkMembers';

const valuesText = (member: Member): string => member.values?.join(', ') ?? 'any';

/** Everything in which two sets of members differ, in the order of `sdk`, then of `ours`. */
function compare(sdk: Members, ours: Members): Difference[] {
  const differences: Difference[] = [];
  const note = (path: string, kind: Difference['kind'], theirs: string, mine: string) => {
    if (theirs !== mine) differences.push({ path, kind, sdk: theirs, ours: mine });
  };
  for (const path of new Set([...sdk.keys(), ...ours.keys()])) {
    const theirs = sdk.get(path);
    const mine = ours.get(path);
    if (!theirs || !mine) {
      note(path, 'member', theirs ? 'present' : 'absent', mine ? 'present' : 'absent');
      continue;
    }
    note(path, 'type', theirs.type, mine.type);
    note(
      path,
      'required',
      theirs.required ? 'required' : 'optional',
      mine.required ? 'required' : 'optional',
    );
    note(path, 'deprecated', String(theirs.deprecated), String(mine.deprecated));
    note(path, 'values', valuesText(theirs), valuesText(mine));
  }
  return differences;
}

const key = ({ path, kind, sdk, ours }: Difference): string => `${path}: ${kind}, SDK ${sdk}, ours ${ours}`;

describe('the schema against the AWS SDK', () => {
  const found = compare(sdkMembers(), schemaMembers()).map(key);
  const intended = intendedDifferences.map(key);

  it('differs only where sdk-differences.ts gives a reason', () => {
    expect(found.filter((difference) => !intended.includes(difference))).toEqual([]);
  });

  it('has no reason left over for a difference that is gone', () => {
    expect(intended.filter((difference) => !found.includes(difference))).toEqual([]);
    expect(new Set(intended).size).toBe(intended.length);
    expect(intendedDifferences.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});

describe('reading the AWS SDK', () => {
  const sdk = sdkMembers();

  it.each<[string, Member]>([
    ['family', { type: 'string', required: true, deprecated: false }],
    ['containerDefinitions', { type: 'ContainerDefinition[]', required: true, deprecated: false }],
    ['containerDefinitions[].healthCheck.command', { type: 'string[]', required: true, deprecated: false }],
    ['containerDefinitions[].dockerLabels', { type: 'map<string>', required: false, deprecated: false }],
    ['containerDefinitions[].essential', { type: 'boolean', required: false, deprecated: false }],
    [
      'containerDefinitions[].restartPolicy.ignoredExitCodes',
      { type: 'integer[]', required: false, deprecated: false },
    ],
    [
      'containerDefinitions[].linuxParameters.devices[].permissions',
      { type: 'string[]', required: false, deprecated: false, values: ['mknod', 'read', 'write'] },
    ],
    [
      'volumes[].efsVolumeConfiguration.authorizationConfig.iam',
      { type: 'string', required: false, deprecated: false, values: ['DISABLED', 'ENABLED'] },
    ],
    [
      'containerDefinitions[].resourceRequirements[].sharingStrategy.nvidiaMps.memory',
      { type: 'integer', required: true, deprecated: false },
    ],
    ['inferenceAccelerators[].deviceName', { type: 'string', required: true, deprecated: true }],
  ])('finds %s', (path, member) => {
    expect(sdk.get(path)).toEqual(member);
  });
});

describe('the comparison', () => {
  const sdk = sdkMembers();
  const base = sdk.get('pidMode');
  const changed = (change: Partial<Member>): Difference[] => {
    const member: Member = { type: 'string', required: false, deprecated: false, values: ['host', 'task'] };
    return compare(new Map([['pidMode', member]]), new Map([['pidMode', { ...member, ...change }]]));
  };

  it('finds nothing between equals', () => {
    expect(base).toEqual({ type: 'string', required: false, deprecated: false, values: ['host', 'task'] });
    expect(changed({})).toEqual([]);
    expect(compare(sdk, sdkMembers())).toEqual([]);
  });

  it.each<[Partial<Member>, Difference['kind'], string, string]>([
    [{ type: 'integer' }, 'type', 'string', 'integer'],
    [{ required: true }, 'required', 'optional', 'required'],
    [{ deprecated: true }, 'deprecated', 'false', 'true'],
    [{ values: ['host'] }, 'values', 'host, task', 'host'],
    [{ values: ['host', 'none', 'task'] }, 'values', 'host, task', 'host, none, task'],
  ])('reports %j', (change, kind, theirs, ours) => {
    expect(changed(change)).toEqual([{ path: 'pidMode', kind, sdk: theirs, ours }]);
  });

  it('reports a member that only one side has', () => {
    const member: Member = { type: 'string', required: false, deprecated: false };
    expect(compare(new Map([['new', member]]), new Map([['old', member]]))).toEqual([
      { path: 'new', kind: 'member', sdk: 'present', ours: 'absent' },
      { path: 'old', kind: 'member', sdk: 'absent', ours: 'present' },
    ]);
  });
});
