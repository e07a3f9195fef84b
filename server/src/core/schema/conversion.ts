import type { Json } from '../finding';
import { childSchema, type Schema } from './lookup';

/** A value of the right type that says the same. */
export interface Conversion {
  readonly value: Json;
  /** Nobody could mean anything else. */
  readonly safe: boolean;
}

export const safe = (value: Json): Conversion => ({ value, safe: true });
export const likely = (value: Json): Conversion => ({ value, safe: false });

/** Whether a scalar, or a list of them, meets the limits: a fix must not lead from one error to the next. */
export function fits(schema: Schema, value: Json): boolean {
  if (typeof value === 'string') {
    if (schema.enum && !schema.enum.includes(value)) return false;
    return (
      value.length >= (schema.minLength ?? 0) &&
      (!schema.pattern || new RegExp(schema.pattern, 'u').test(value))
    );
  }
  if (typeof value === 'number')
    return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  if (!Array.isArray(value)) return true;
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) return false;
  const item = childSchema(schema, 0);
  return !item || item.type === 'object' || value.every((one) => fits(item, one));
}
