import type { Fix } from '../finding';
import { atValue, inside, type Location } from '../location';
import type { Container } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';

/** Who a container surely runs as: a user that is written, or whoever the image says. */
export interface User {
  /** Undefined where none is written. */
  readonly name: string | undefined;
  readonly at: Location;
  /** Lets the container run as somebody else. */
  become(user: string): Fix;
}

/** Undefined where a template, or a value of the wrong type, leaves it open. An empty name is none. */
export function userOf(container: Container): User | undefined {
  const user = container.string('user');
  if (!user && !container.lacks('user')) return undefined;
  return {
    name: user?.value || undefined,
    at: user ? atValue(user.node) : inside(container.node),
    become: (value) => ({
      title: user ? `Change user to "${value}"` : `Add "user": "${value}"`,
      changes: [
        user
          ? { kind: 'set', pointer: pointerOf(user.node), value }
          : { kind: 'insert', pointer: pointerOf(container.node), key: 'user', value },
      ],
      safe: false,
    }),
  };
}

/** Whether the user, of "user", "user:group" or numbers for them, is root. */
export const isRoot = (user: string): boolean => /^(?:root|0+)?(?::|$)/.test(user);

/** A user and a group that every Linux image has room for, and that own nothing. */
export const ORDINARY_USER = '1000:1000';

/** Whether the container has, or may have, nearly the power of root on its host. */
export const mayBePrivileged = (container: Container): boolean =>
  container.boolean('privileged')?.value ?? !container.lacks('privileged');
