import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../server/src/core/analysis';
import { hover } from '../../../server/src/core/features/hover';

/** Wants to be a link, a picture, HTML, a command of VS Code, a heading, and to leave its code span. */
const EVIL = '`**[x](command:rm)**`![](http://e)<img src=e onerror=x>\n\n# a `` </code> \u202e$(zap)';
const [text] = [JSON.stringify(EVIL)];
const part = text.slice(1, -1);

const DOCUMENT = `{
  "family": ${text},
  "cpu": ${text},
  "networkMode": ${text},
  "taskRoleArn": "arn:aws:iam::${part}:role/${part}",
  "${part}": ${text},
  "containerDefinitions": [
    {
      "name": ${text},
      "image": "ghcr.io/${part}:${part}@${part}",
      "links": ["b:${part}"],
      "command": ["arn:${part}:${part}:${part}:${part}:${part}"],
      "environment": [{ "name": ${text}, "value": "\${${part}} $\{X:-${part.replaceAll(/[{}]/g, '')}}" }],
      "secrets": [{ "name": "A", "valueFrom": "arn:aws:secretsmanager:r:${part}:secret:${part}:${part}:${part}:${part}" }],
      "environmentFiles": [{ "value": "arn:aws:s3:::${part}/${part}" }],
      "dependsOn": [{ "containerName": ${text}, "condition": "HEALTHY" }, { "containerName": "${part}2" }],
      "dockerLabels": { "${part}": "arn:aws:logs:x:y:log-group:${part}:${part}:${part}" },
      "logConfiguration": { "logDriver": "awslogs", "options": { "mode": ${text}, "awslogs-stream-prefix": ${text}, "${part}": "a" } },
      "portMappings": [{ "containerPortRange": "1-${part}", "name": ${text} }],
      "linuxParameters": { "capabilities": { "add": [${text}] }, "tmpfs": [{ "mountOptions": ["mode=${part}"] }] },
      "mountPoints": [{ "sourceVolume": ${text} }]
    },
    { "name": "b", "image": "111122223333.dkr.ecr.${part.replaceAll('.', '')}.amazonaws.com/a", "healthCheck": {} }
  ],
  "volumes": [
    { "name": ${text}, "efsVolumeConfiguration": { "fileSystemId": "${part}", "authorizationConfig": { "accessPointId": ${text} } } },
    { "name": "a", "s3filesVolumeConfiguration": { "fileSystemArn": "arn:aws:s3files:a:b:file-system/${part}/access-point/${part}" } }
  ]
}`;

/** Markdown without its code spans, as CommonMark finds them: a run of backticks ends at the next run of that length. */
function outsideOfCode(markdown: string): string {
  let rest = '';
  for (let at = 0; at < markdown.length; ) {
    const fence = /^`+/.exec(markdown.slice(at))?.[0];
    if (!fence) {
      rest += markdown[at];
      at++;
      continue;
    }
    const runs = [...markdown.slice(at + fence.length).matchAll(/`+/g)];
    const end = runs.find(([run]) => run === fence);
    at += fence.length + (end ? end.index + fence.length : 0);
    if (!end) rest += fence;
  }
  return rest;
}

describe('text of the document', () => {
  const analysis = new Analysis(DOCUMENT, 'task-definition.json');
  const said = new Set<string>();
  for (let at = 0; at <= DOCUMENT.length; at++) {
    const found = hover(analysis, at);
    if (found) said.add(found.markdown);
  }

  it('never becomes Markdown or HTML', () => {
    expect(analysis.parsed.problems).toEqual([]);
    const shown = [...said].filter((markdown) => markdown.includes('command:rm'));
    expect(shown.length, 'answers that show it').toBeGreaterThan(15);
    for (const markdown of said) {
      const rest = outsideOfCode(markdown.replace(/^```json\n.*?^```$/gms, ''));
      const links = [...rest.matchAll(/\]\(([^)]*)\)/g)].map(([, url]) => url);
      expect(
        links.filter((url) => !/^https:\/\/(?:docs\.aws\.amazon\.com|man7\.org)\//.test(url ?? '')),
        markdown,
      ).toEqual([]);
      expect(rest, markdown).not.toMatch(/[<>`\u202e]|!\[|^#|command:|onerror|zap/m);
    }
  });

  it('leaves no trace of the signs that open parts are covered with', () => {
    expect([...said].filter((markdown) => /[\uE000-\uF8FF]/.test(markdown))).toEqual([]);
  });
});

it('answers at every offset of every beginning of a document, in time', () => {
  for (let length = 0; length <= DOCUMENT.length; length += 97) {
    const analysis = new Analysis(DOCUMENT.slice(0, length), 'task-definition.json');
    for (let at = 0; at <= length; at += 13) {
      const found = hover(analysis, at);
      if (found) expect(found.range.start <= at && at <= found.range.end, `${at} of ${length}`).toBe(true);
    }
  }
});
