/** Types of validators.generated.js, which server/tools/compile-validators.mjs writes. */

export interface SchemaError {
  readonly keyword: string;
  /** RFC 6901, from the validated value. */
  readonly instancePath: string;
  /** Of `additionalProperties` and `required`. */
  readonly params?: { readonly additionalProperty?: string; readonly missingProperty?: string };
}

interface Validator {
  (data: unknown): boolean;
  /** Of the last call; null when the data was valid. */
  errors: readonly SchemaError[] | null;
}

export declare const validateTaskDefinition: Validator;
/** For a bare list of containers. */
export declare const validateContainerDefinitions: Validator;
