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
      fixes: [
        {
          title: 'Join 1000-1005 and 1010-1015, with the ports between',
          result: {
            containerDefinitions: [
              {
                name: 'game',
                portMappings: [
                  { containerPort: 80 },
                  { containerPortRange: '1000-1015' },
                  ...ranges(101).slice(2),
                ],
              },
            ],
          },
        },
      ],
    },
    {
      name: '102 ranges, the nearest of which are not the first, and ports that are in use',
      text: JSON.stringify({
        containerDefinitions: [
          {
            name: 'game',
            portMappings: [{ containerPort: 1007 }, ...ranges(101), { containerPortRange: '2007-2008' }],
          },
          { name: 'admin', portMappings: [{ containerPort: 1018 }] },
        ],
      }).replace(last, last.replace('"2000-2005"', '«"2000-2005"»')),
      message: 'This container maps 102 port ranges, and AWS takes 100. Join neighbouring ranges.',
      pointer: '/containerDefinitions/0/portMappings/101/containerPortRange',
      fixes: [
        {
          title: 'Join the 2 nearest pairs of ranges, with the ports between',
          result: {
            containerDefinitions: [
              {
                name: 'game',
                portMappings: [
                  { containerPort: 1007 },
                  ...ranges(2),
                  { containerPortRange: '1020-1035' },
                  ...ranges(100).slice(4),
                  { containerPortRange: '2000-2008' },
                ],
              },
              { name: 'admin', portMappings: [{ containerPort: 1018 }] },
            ],
          },
        },
      ],
    },
    {
      name: '101 named ranges, none of which may go',
      text: JSON.stringify({
        containerDefinitions: [
          {
            name: 'game',
            portMappings: ranges(101).map((range, i) => ({ name: `p${i}`, ...range })),
          },
        ],
      }).replace('"2000-2005"', '«"2000-2005"»'),
      message: 'This container maps 101 port ranges, and AWS takes 100. Join neighbouring ranges.',
      pointer: '/containerDefinitions/0/portMappings/100/containerPortRange',
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
