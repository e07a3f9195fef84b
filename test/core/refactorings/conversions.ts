import { Analysis } from '../../../server/src/core/analysis';
import type { Conversion } from '../../../server/src/core/refactorings/conversion';
import { applyEdits, editsOf } from '../../../server/src/core/syntax/json/edits';

export type Members = Readonly<Record<string, unknown>>;

export const app = (more: Members = {}) => ({ name: 'app', image: 'nginx:1.27', ...more });

/** For Fargate, with nothing to convert. */
export const fargate = (container: Members = {}, task: Members = {}) => ({
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [app(container)],
  ...task,
});

/** The same for EC2; only the launch type differs. */
export const ec2 = (container: Members = {}, task: Members = {}) =>
  fargate(container, { requiresCompatibilities: ['EC2'], ...task });

type Convert = (analysis: Analysis) => Conversion | undefined;

/** What a conversion makes of a document: JSON text, or what is written as JSON. */
export function apply(convert: Convert, document: unknown): Result {
  const result = tryTo(convert, document);
  if (!result) throw new Error('there is nothing to convert');
  return result;
}

/** Undefined where there is nothing to convert. */
export function tryTo(convert: Convert, document: unknown): Result | undefined {
  const before = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
  const conversion = convert(new Analysis(before, 'task-definition.json'));
  if (!conversion) return undefined;
  const edits = editsOf(before, conversion.changes);
  if (!edits) throw new Error('the conversion cannot be made');
  const text = applyEdits(before, edits);
  return { text, summary: conversion.summary };
}

export interface Result {
  readonly text: string;
  /** The sentences for the person. */
  readonly summary: readonly string[];
}
