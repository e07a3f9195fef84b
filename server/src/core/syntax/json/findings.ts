import type { Analysis } from '../../analysis';
import type { Finding } from '../../finding';
import type { LintOptions } from '../../lint';

export function syntaxFindings(_analysis: Analysis, _options: LintOptions): Finding[] {
  return [];
}
