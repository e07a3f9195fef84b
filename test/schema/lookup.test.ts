import { describe, expect, it } from 'vitest';
import { loose } from '../../server/src/core/loose';
import { childSchema, keysOf, placesOf, requiredAt, schemaAt } from '../../server/src/core/schema/lookup';

describe('schemaAt', () => {
  it('gives the task definition for no steps', () => {
    expect(keysOf(schemaAt([]) ?? {}).slice(0, 2)).toEqual(['family', 'containerDefinitions']);
  });

  it('resolves references and keeps the words of the member', () => {
    const options = schemaAt(['containerDefinitions', 0, 'logConfiguration']);
    expect(options?.struct).toBe('LogConfiguration');
    expect(options?.type).toBe('object');
    expect(options?.description).toBe('Log driver for what the container prints, with its settings.');
    expect(schemaAt(['containerDefinitions', 3])?.struct).toBe('ContainerDefinition');
  });

  it('gives enums with their meanings', () => {
    const mode = schemaAt(['networkMode']);
    expect(mode?.enum).toEqual(['awsvpc', 'bridge', 'host', 'none']);
    expect(mode?.enumDescriptions).toHaveLength(4);
  });

  it('gives the strings of a map', () => {
    expect(schemaAt(['containerDefinitions', 0, 'dockerLabels', 'any key'])?.type).toBe('string');
  });

  it.each([
    [['nothing']],
    [['family', 'x']],
    [['containerDefinitions', 'name']],
    [['family', 0]],
    [['constructor']],
    [['__proto__']],
    [['containerDefinitions', 0, 'toString']],
  ])('gives nothing for %j', (path) => {
    expect(schemaAt(path)).toBeUndefined();
  });

  it('gives the same object each time', () => {
    expect(schemaAt(['volumes', 0, 'host'])).toBe(schemaAt(['volumes', 1, 'host']));
  });
});

describe('keys', () => {
  it('are required or not', () => {
    expect(requiredAt([])).toEqual(['family', 'containerDefinitions']);
    expect(requiredAt(['containerDefinitions', 0])).toEqual(['name', 'image']);
    expect(requiredAt(['containerDefinitions', 0, 'portMappings', 0])).toEqual([]);
    expect(requiredAt(['nothing'])).toEqual([]);
  });

  it('lead to their values', () => {
    const volume = schemaAt(['volumes', 0]) ?? {};
    expect(childSchema(volume, 'host')?.struct).toBe('HostVolumeProperties');
    expect(childSchema(volume, 'Host')).toBeUndefined();
    expect(childSchema(volume, 0)).toBeUndefined();
  });

  it('are found wherever they are, whatever their case', () => {
    expect(placesOf('FILE_SYSTEM_ID')).toEqual([
      { key: 'fileSystemId', holder: ['volumes', '*', 'efsVolumeConfiguration'] },
      { key: 'fileSystemId', holder: ['volumes', '*', 'fsxWindowsFileServerVolumeConfiguration'] },
    ]);
    expect(placesOf('executionRoleArn')).toEqual([{ key: 'executionRoleArn', holder: [] }]);
    expect(placesOf('nothing')).toEqual([]);
  });

  it('are not found where they are retired', () => {
    expect(placesOf('inferenceAccelerators')).toEqual([]);
    expect(placesOf('deviceName')).toEqual([]);
  });

  it('are compared without case, dashes and underscores', () => {
    expect(loose('Read-Only_Root')).toBe('readonlyroot');
  });
});
