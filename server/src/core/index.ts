// Everything that the language server and the command line use of the core. The package holds it once: in
// `server.web.js`, from where they load it on Node.
export { Analysis } from './analysis';
export { readConfig } from './config';
export { type Kind, mayBeTaskDefinition } from './detect';
export { codeLenses, type Lens } from './features/codeLens';
export {
  type Completion,
  complete as completeAt,
  hasStops,
  imagesIn,
  noteOf,
  type Proposal,
  type Surroundings,
  toPlain,
  toSnippet,
} from './features/completion';
export type { DiagramNode } from './features/diagram';
export { documentLinks } from './features/documentLinks';
export { hover } from './features/hover';
export { type InlayHint, inlayHints } from './features/inlayHints';
export { folds, format, selections } from './features/layout';
export { definitionAt, mappedPortAt, occurrencesAt } from './features/navigation';
export { type Refusal, type Renameable, type Renaming, rename, renameableAt } from './features/rename';
export { type DocumentSymbol, documentSymbols } from './features/symbols';
export { type Finding, type Fix, SEVERITIES, type Severity } from './finding';
export { fixAll } from './fixes';
export { type LintOptions, lint } from './lint';
export { symbolAt } from './model/references';
export {
  DEFINITION_GLOB,
  NEIGHBOUR_GLOBS,
  OTHER_FILE_GLOBS,
  type OtherFileKind,
  otherFileKind,
} from './otherFiles/kinds';
export { mismatch } from './otherFiles/mismatches';
export { type DefinitionNames, namesOf } from './otherFiles/names';
export type { OtherFile, Use } from './otherFiles/read';
export { containerOf } from './overrides';
export { refactoringsAt } from './refactorings/all';
export { type Conversion, isConvertible } from './refactorings/conversion';
export { convertToEc2 } from './refactorings/convertToEc2';
export { convertToFargate } from './refactorings/convertToFargate';
export type { NewFile, Refactoring } from './refactorings/refactoring';
export { severityOf } from './rules/engine';
export { ALL_RULES, metadataOf, urlOf } from './rules/metadata';
export type { Preset } from './rules/rule';
export { CONFIG_FILE_NAME, mergeSettings, readSettings, type Settings } from './settings';
export { silence } from './silence';
export { editsOf, type TextEdit } from './syntax/json/edits';
export { syntaxFindings } from './syntax/json/findings';
export { type ObjectNode, propertyOf, type Range } from './syntax/tree';

/** The drawing of diagrams, and with it the layout of graphs, is set up with the first one that somebody wants. */
export const loadDiagram = () => import('./features/diagram');

/** The reader of other files, and with it that of YAML, is set up with the first task definition of a workspace. */
export const loadOtherFiles = () => import('./otherFiles/read');
