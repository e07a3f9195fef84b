import type { Analysis } from '../analysis';
import { containerNames, volumeNames } from '../model/names';
import { type PortRange, readPortRange } from '../model/ports';
import type { Container } from '../model/taskDefinition';

/** What other files may refer to; undefined for what is open, half typed or perhaps not seen. */
export interface DefinitionNames {
  readonly family: string | undefined;
  readonly containers: readonly ContainerNames[] | undefined;
  readonly volumes: readonly string[] | undefined;
}

export interface ContainerNames {
  readonly name: string;
  /** Of its port mappings. */
  readonly ports: readonly PortRange[] | undefined;
  readonly portNames: readonly string[] | undefined;
}

/** The names of a task definition; undefined for a text that cannot be read to its end. */
export function namesOf({ definition, parsed }: Analysis): DefinitionNames | undefined {
  const isBroken = parsed.problems.some(({ kind }) => kind === 'syntax' || kind === 'too-deep');
  if (!definition?.task || isBroken || definition.hasGaps) return undefined;
  const volumes = volumeNames(definition);
  return {
    family: definition.task.string('family')?.value,
    containers: containerNames(definition) && definition.containers.map(namesOfContainer),
    volumes: volumes && [...volumes],
  };
}

function namesOfContainer(container: Container): ContainerNames {
  const name = container.string('name')?.value ?? '';
  const mappings = container.objects('portMappings');
  const listed = container.get('portMappings');
  const isWhole = listed
    ? mappings.length === container.items('portMappings').length && listed.kind === 'array'
    : container.lacks('portMappings');
  if (!isWhole) return { name, ports: undefined, portNames: undefined };
  const ports = mappings.map((mapping): PortRange | undefined => {
    const port = mapping.integer('containerPort')?.value;
    if (port !== undefined) return { low: port, high: port };
    return readPortRange(mapping.string('containerPortRange')?.value ?? '');
  });
  const portNames = mappings.map(
    (mapping) => mapping.string('name')?.value ?? (mapping.lacks('name') ? '' : undefined),
  );
  return { name, ports: allKnown(ports), portNames: allKnown(portNames)?.filter((known) => known !== '') };
}

function allKnown<T>(items: readonly (T | undefined)[]): T[] | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}
