import type { Fix, Json } from '../finding';
import { childOf, type Node } from '../syntax/tree';
import { fits } from './conversion';
import { show, toJson } from './data';
import { childSchema } from './lookup';
import type { Draft } from './rules';
import { everyObject, locate, type Site } from './sites';

/** An object without a key that it has to have. */
export function missing(holder: Site, key: string): Draft {
  const value = suggestion(holder, key);
  const schema = holder.schema && childSchema(holder.schema, key);
  const fix: Fix | undefined =
    value === undefined || !schema || !fits(schema, value)
      ? undefined
      : {
          title: `Add ${key} ${show(value)}`,
          changes: [{ kind: 'insert', pointer: holder.pointer, key, value }],
          safe: schema.enum?.length === 1,
        };
  return {
    rule: 'schema/required',
    message: `"${key}" is missing: AWS requires it in ${everyObject(holder)}.`,
    location: locate(holder),
    ...(fix && { fixes: [fix] }),
  };
}

/** A value that makes sense, if there is one. */
function suggestion({ node, schema }: Site, key: string): Json | undefined {
  const only = schema && childSchema(schema, key)?.enum;
  if (only?.length === 1) return only[0];
  switch (`${schema?.struct ?? 'TaskDefinition'}.${key}`) {
    case 'TaskDefinition.family':
      return scalarAt(firstItem(childOf(node, 'containerDefinitions')), 'name');
    case 'Ulimit.softLimit':
      return scalarAt(node, 'hardLimit');
    case 'Ulimit.hardLimit':
      return scalarAt(node, 'softLimit');
    case 'ContainerDependency.condition':
      return 'START';
    case 'ContainerRestartPolicy.enabled':
      return true;
    case 'ProxyConfigurationProperty.value':
      return '';
    case 'LogConfiguration.logDriver':
      return driverOf(childOf(node, 'options'));
    default:
      return undefined;
  }
}

function firstItem(list: Node | undefined): Node | undefined {
  return list?.kind === 'array' ? list.items[0] : undefined;
}

function scalarAt(node: Node | undefined, key: string): Json | undefined {
  const value = childOf(node, key);
  return value && value.kind !== 'null' ? toJson(value) : undefined;
}

/** Options carry the name of their driver: `awslogs-group`, `splunk-token`. */
function driverOf(options: Node | undefined): string | undefined {
  if (options?.kind !== 'object') return undefined;
  return ['awslogs', 'splunk', 'fluentd', 'gelf', 'syslog'].find((driver) =>
    options.properties.some(({ key }) => key.startsWith(`${driver}-`)),
  );
}
