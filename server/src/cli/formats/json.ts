import { metadataOf, urlOf } from '../../core';
import { countBySeverity, linesOf, type Report } from '../report';

/** One object for programs; its shape is a contract: members may be added, never changed. */
export function json({ files }: Report): string {
  const counts = countBySeverity(files);
  const document = {
    version: 1,
    files: files.map((file) => {
      const lines = linesOf(file);
      return {
        path: file.path,
        kind: file.kind,
        findings: file.findings.map(({ rule, severity, message, pointer, range, fixes }) => ({
          rule,
          severity,
          message,
          pointer,
          range: lines(range),
          url: urlOf(rule),
          // Left out where there are none.
          scanners: metadataOf(rule)?.scanners,
          fixes: fixes.map(({ title, safe }) => ({ title, safe })),
        })),
      };
    }),
    summary: {
      files: files.length,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      hints: counts.hint,
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
