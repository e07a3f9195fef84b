import type { Fix, Json } from './finding';

/** What fixes write where the document does not tell a value: one that is made up would look as if it were right. */
const MARK = /<[A-Z][A-Z0-9_]*>/g;

/** Whether something of the value is left to a person. */
export function hasMark(value: Json): boolean {
  return marksIn(value).length > 0;
}

/** The fix, its title saying which marks a person has to replace: `Add image "<IMAGE>" (fill in <IMAGE>)`. */
export function fillIn(fix: Fix): Fix {
  const marks = marksIn(fix.changes.flatMap((change) => ('value' in change ? [change.value] : [])));
  if (marks.length === 0) return fix;
  const list = marks.length === 1 ? marks[0] : `${marks.slice(0, -1).join(', ')} and ${marks.at(-1)}`;
  return { ...fix, title: `${fix.title} (fill in ${list})` };
}

function marksIn(value: Json): string[] {
  return [...new Set(JSON.stringify(value).match(MARK))];
}
