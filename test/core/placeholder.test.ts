import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { hasPlaceholder, isPlaceholderKey } from '../../server/src/core/model/placeholder';
import { schemaFindings } from '../../server/src/core/schema/findings';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';

describe('marks that count as a whole value only', () => {
  it.each(['((image))', '((web/image.tag))', '((vault:image-tag))', '[[IMAGE]]', '[[image.uri]]'])(
    '%s is a mark',
    (value) => {
      expect(hasPlaceholder(value)).toBe(true);
      expect(isPlaceholderKey(value)).toBe(true);
    },
  );

  it.each([
    '((image)):1.27',
    'nginx:[[TAG]]',
    '((a b))',
    '((1))',
    '(image)',
    '[image]',
    '[[a],[b]]',
    '((a)) ((b))',
    '((attribute:a == b))',
    '[[ -f /etc/hosts ]]',
  ])('%s is none', (value) => {
    expect(hasPlaceholder(value)).toBe(false);
  });

  it('are the shell’s own in a command', () => {
    expect(hasPlaceholder('((count))', ['containerDefinitions', 0, 'command', 2])).toBe(false);
    expect(hasPlaceholder('[[ready]]', ['containerDefinitions', 0, 'healthCheck', 'command', 1])).toBe(false);
  });

  it('leave an image open, and nothing else about the document', () => {
    const found = (image: string) => {
      const text = JSON.stringify({ family: 'web', containerDefinitions: [{ name: 'app', image }] });
      return schemaFindings(new Analysis(text, 'task-definition.json'), DEFAULT_SETTINGS).map(
        ({ rule, pointer }) => `${rule} ${pointer}`,
      );
    };
    expect(found('((image))')).toEqual([]);
    expect(found('[[IMAGE]]')).toEqual([]);
    expect(found('((my image))')).toEqual(['schema/pattern /containerDefinitions/0/image']);
  });
});

describe('words between two underscores on either side', () => {
  it.each(['__PORT__', '__port__', '__name__', '__App.Port__', 'app-__tag__', '__initial__', '__proto2__'])(
    '%s is a mark',
    (value) => {
      expect(hasPlaceholder(value)).toBe(true);
      expect(isPlaceholderKey(value)).toBe(true);
    },
  );

  it.each(['__proto__', '__init__', 'app.__main__', 'src/__pycache__/a', '__tests__/unit', '__mocks__'])(
    '%s is a name that a language gives',
    (value) => {
      expect(hasPlaceholder(value)).toBe(false);
      expect(isPlaceholderKey(value)).toBe(false);
    },
  );

  it('hide no mark beside them', () => {
    expect(hasPlaceholder('__init____TAG__')).toBe(true);
  });
});
