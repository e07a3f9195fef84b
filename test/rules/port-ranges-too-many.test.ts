import rule from '../../server/src/core/rules/port-ranges-too-many';
import { testRule } from '../support/rule-tester';

const ranges = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ containerPortRange: `${1000 + 10 * i}-${1005 + 10 * i}` }));

const last = '{"containerPortRange":"2000-2005"}';

testRule(rule, {
  wrong: [
    {
      name: '101 ranges',
      text: JSON.stringify({
        containerDefinitions: [{ name: 'game', portMappings: [{ containerPort: 80 }, ...ranges(101)] }],
      }).replace(last, last.replace('"2000-2005"', '«"2000-2005"»')),
      message: 'This container maps 101 port ranges, and AWS takes 100. Join neighbouring ranges.',
      pointer: '/containerDefinitions/0/portMappings/101/containerPortRange',
    },
  ],
  right: [
    {
      name: '100 ranges, and a port',
      document: { containerDefinitions: [{ portMappings: [{ containerPort: 80 }, ...ranges(100)] }] },
    },
    {
      name: '100 ranges in each of two containers',
      document: { containerDefinitions: [{ portMappings: ranges(100) }, { portMappings: ranges(100) }] },
    },
  ],
});
