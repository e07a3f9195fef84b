import { parseImage } from '../../model/image';
import { isName } from '../../model/names';
import { choices, containerOf, nameOf, othersIn, type Place, type Provider } from './place';

/** Words that say what kind of file it is, not what it is about. */
const KIND = /(?:\b|_)(?:ecs|aws)?[-_.]?(?:task|container)s?[-_.]?def(?:inition)?s?(?:\b|_)/gi;
/** Folders that say where task definitions are kept. */
const GENERAL =
  /^(?:\.?aws|\.github|ci|cd|cfg|conf|config|configs|deploy|deployment|deployments|dev|development|docker|ecs|fargate|infra|infrastructure|live|main|ops|prod|production|src|stage|staging|stg|task-?def(?:inition)?s?|templates?|terraform|test)$/i;

/** Called like the file, else like the nearest folder that tells, else like the first container. */
export const families: Provider = (place) => {
  const steps = place.surroundings.path.split(/[\\/]/).map(decoded);
  const file = nameFrom(
    steps
      .pop()
      ?.replace(/\.jsonc?$/i, '')
      .replace(KIND, '-') ?? '',
  );
  const folder = steps.findLast((step) => step !== '' && !GENERAL.test(step) && !step.endsWith(':'));
  const named = [GENERAL.test(file) ? '' : file, nameFrom(folder ?? '')];
  const container = nameOf(place.definition.containers[0]);
  return choices([...named, container].filter(isName));
};

/** Called like the image, like the family, or what containers are called mostly. */
export const containers: Provider = (place) => {
  const image = parseImage(containerOf(place)?.string('image')?.value ?? '').name;
  const family = place.definition.task?.string('family')?.value;
  return choices([nameFrom(image), family, 'app'].filter(isName).filter((name) => isFree(name, place)));
};

function isFree(name: string, place: Place): boolean {
  return !othersIn(place, ['containerDefinitions'], 'name').has(name);
}

function nameFrom(text: string): string {
  return text.replace(/[^a-zA-Z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step; // a path, in which a percent sign is one
  }
}
