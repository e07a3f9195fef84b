import type { Finding } from '../../core';
import { type FileReport, type LineRange, linesOf, type Report } from '../report';

/** JUnit XML: a file is a suite, a finding is a case, and only errors are failures, as for the exit code. */
export function junit({ files }: Report): string {
  const suites = files.map(suite);
  const tests = files.reduce((sum, { findings }) => sum + Math.max(findings.length, 1), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="ecs-taskdef" tests="${tests}" failures="${errors(files.flatMap((file) => file.findings))}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: FileReport): string {
  const { findings } = file;
  const name = escapeXml(file.path);
  const lines = linesOf(file);
  const cases =
    findings.length === 0
      ? [`    <testcase name="no problems" classname="${name}"/>`]
      : findings.map((finding) => testCase(finding, lines(finding.range), name));
  return [
    `  <testsuite name="${name}" tests="${cases.length}" failures="${errors(findings)}" errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function testCase({ rule, severity, message }: Finding, { start }: LineRange, classname: string): string {
  const place = `${start.line + 1}:${start.character + 1}`;
  const text = escapeXml(message);
  const outcome =
    severity === 'error'
      ? `<failure type="${severity}" message="${text}">${place} ${text}</failure>`
      : `<system-out>${severity} ${place} ${text}</system-out>`;
  return `    <testcase name="${escapeXml(rule)} ${place}" classname="${classname}">${outcome}</testcase>`;
}

const errors = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'error').length;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Escapes what XML gives a meaning, and replaces what XML 1.0 cannot hold at all. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD');
}
