import { hasPlaceholder } from './placeholder';

/** Something that looks like a credential; never the value itself, nor a part of it. */
export interface Credential {
  /** With its article, for a message: "a GitHub token". */
  readonly what: string;
  /** False where it may well be an example, or of no use to anyone outside of the task. */
  readonly sure: boolean;
}

/** A kind of credential that is known by its shape. */
export interface Shape {
  readonly what: string;
  /** Texts, at least one of which every match holds: looking for them is far quicker than the pattern. */
  readonly marks: readonly string[];
  /** Linear: it starts only where its characters do, or has a limit to all that it repeats. */
  readonly pattern: RegExp;
  /** Some of the kind are made to be published, which the name of the variable may say. */
  readonly oftenPublic?: true;
}

/** Formats that their makers chose so that a leak can be found. */
export const SHAPES: readonly Shape[] = [
  {
    what: 'an AWS access key ID',
    marks: ['AKIA', 'ASIA'],
    pattern: /(?<![A-Z0-9])A[KS]IA[A-Z2-7]{16}(?![A-Z0-9])/,
  },
  {
    what: 'a private key',
    marks: ['PRIVATE KEY', 'PuTTY-User-Key-File', 'AGE-SECRET-KEY-'],
    pattern: /-----BEGIN [A-Z0-9 ]{0,20}PRIVATE KEY|PuTTY-User-Key-File-\d|AGE-SECRET-KEY-1[A-Z0-9]{58}/,
  },
  // ---- source code, builds and packages
  {
    what: 'a GitHub token',
    marks: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60})/,
  },
  {
    what: 'a GitLab token',
    marks: ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glcbt-', 'glsoat-', 'glagent-', 'gloas-'],
    pattern: /(?<!\w)gl(?:pat|dt|rt|ptt|cbt|soat|agent|oas)-[\w-]{20}/,
  },
  { what: 'an npm token', marks: ['npm_'], pattern: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/ },
  { what: 'a PyPI token', marks: ['pypi-AgE'], pattern: /(?<!\w)pypi-AgE[\w-]{50}/ },
  { what: 'a Docker Hub token', marks: ['dckr_'], pattern: /(?<!\w)dckr_(?:pat|oat)_[\w-]{20}/ },
  { what: 'an Atlassian token', marks: ['ATATT3'], pattern: /(?<!\w)ATATT3[\w=-]{60}/ },
  { what: 'a Postman API key', marks: ['PMAK-'], pattern: /(?<!\w)PMAK-[a-f0-9]{24}-[a-f0-9]{34}/i },
  { what: 'a Pulumi token', marks: ['pul-'], pattern: /(?<!\w)pul-[a-f0-9]{40}(?!\w)/ },
  // ---- clouds
  {
    what: 'a Google API key',
    marks: ['AIza'],
    pattern: /(?<!\w)AIza[\w-]{35}(?![\w-])/,
    oftenPublic: true,
  },
  { what: 'a Google client secret', marks: ['GOCSPX-'], pattern: /(?<!\w)GOCSPX-[\w-]{28}/ },
  {
    what: 'an Azure storage key',
    marks: ['AccountKey='],
    pattern: /AccountKey=[A-Za-z0-9+/]{86}==/,
  },
  {
    what: 'an Azure shared access key',
    marks: ['SharedAccessKey='],
    pattern: /SharedAccessKey=[A-Za-z0-9+/]{43}=/,
  },
  { what: 'an Azure shared access signature', marks: ['sig='], pattern: /[?&]sig=[A-Za-z0-9%+/]{43}/ },
  {
    what: 'an Azure client secret',
    marks: ['Q~'],
    pattern: /(?<![\w~.-])[\w~.]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/,
  },
  {
    what: 'a DigitalOcean token',
    marks: ['_v1_'],
    pattern: /(?<!\w)do[opr]_v1_[a-f0-9]{64}(?!\w)/,
  },
  { what: 'a Databricks token', marks: ['dapi'], pattern: /(?<!\w)dapi[a-f0-9]{32}(?![a-z0-9])/ },
  { what: 'a Vault token', marks: ['hvs.', 'hvb.'], pattern: /(?<!\w)hv[sb]\.[\w-]{24}/ },
  { what: 'a Doppler token', marks: ['dp.'], pattern: /(?<!\w)dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40}/ },
  {
    what: 'a PlanetScale credential',
    marks: ['pscale_'],
    pattern: /(?<!\w)pscale_(?:tkn|pw|oauth)_[\w.=-]{32}/,
  },
  { what: 'a Supabase token', marks: ['sbp_'], pattern: /(?<!\w)sbp_[a-f0-9]{40}(?!\w)/ },
  // ---- messages
  {
    what: 'a Slack token',
    marks: ['xox', 'xapp-'],
    pattern: /(?<!\w)(?:xox[abeoprs](?:\.xox[bp])?-\d[\w-]{9}|xapp-\d-[A-Z0-9]{8})/,
  },
  {
    what: 'a Slack webhook',
    marks: ['hooks.slack.com/'],
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Z0-9]{6,14}\/[A-Z0-9]{6,20}\/\w{16}/,
  },
  {
    what: 'a Discord webhook',
    marks: ['/api/webhooks/'],
    pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{15,21}\/[\w-]{40}/,
  },
  { what: 'a Telegram bot token', marks: [':AA'], pattern: /(?<![\w-])\d{8,10}:AA[\w-]{33}(?![\w-])/ },
  {
    what: 'a SendGrid API key',
    marks: ['SG.'],
    pattern: /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/,
  },
  { what: 'a Twilio API key', marks: ['SK'], pattern: /(?<!\w)SK[a-f0-9]{32}(?!\w)/ },
  { what: 'a Mailgun API key', marks: ['key-'], pattern: /(?<![\w-])key-[a-f0-9]{32}(?!\w)/ },
  { what: 'a Mailchimp API key', marks: ['-us'], pattern: /(?<!\w)[a-f0-9]{32}-us\d{1,2}(?!\w)/ },
  // ---- payment and shops
  {
    what: 'a Stripe key',
    marks: ['sk_', 'rk_', 'whsec_'],
    pattern: /(?<!\w)(?:[sr]k_(?:live|test|prod)_[A-Za-z0-9]{16}|whsec_[A-Za-z0-9+/]{24})/,
  },
  {
    what: 'a Shopify token',
    marks: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
    pattern: /(?<!\w)shp(?:at|ca|pa|ss)_[a-f0-9]{32}(?!\w)/i,
  },
  { what: 'a Square secret', marks: ['sq0csp-'], pattern: /(?<!\w)sq0csp-[\w-]{43}/ },
  // ---- models
  {
    what: 'an OpenAI API key',
    marks: ['T3BlbkFJ', 'sk-proj-', 'sk-svcacct-', 'sk-admin-'],
    pattern: /(?<!\w)sk-(?:(?:proj|svcacct|admin)-[\w-]{40}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})/,
  },
  { what: 'an Anthropic API key', marks: ['sk-ant-'], pattern: /(?<!\w)sk-ant-[a-z0-9]{3,10}-[\w-]{60}/ },
  { what: 'an OpenRouter API key', marks: ['sk-or-v1-'], pattern: /(?<!\w)sk-or-v1-[a-f0-9]{64}/ },
  { what: 'a Hugging Face token', marks: ['hf_'], pattern: /(?<!\w)hf_[A-Za-z0-9]{34}(?!\w)/ },
  // ---- monitoring and work
  {
    what: 'a New Relic key',
    marks: ['NRAK-', 'NRAL'],
    pattern: /(?<!\w)(?:NRAK-[A-Z0-9]{27}|[a-z0-9]{36}NRAL)(?!\w)/,
  },
  {
    what: 'a Grafana token',
    marks: ['glsa_', 'glc_eyJ'],
    pattern: /(?<!\w)(?:glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}|glc_eyJ[A-Za-z0-9+/]{32})/i,
  },
  { what: 'a Sentry token', marks: ['sntrys_', 'sntryu_'], pattern: /(?<!\w)sntry[su]_[\w=+/-]{40}/ },
  {
    what: 'a Dynatrace token',
    marks: ['dt0'],
    pattern: /(?<!\w)dt0[a-z]\d\d\.[A-Z0-9]{24}\.[A-Z0-9]{64}/i,
  },
  { what: 'a Linear API key', marks: ['lin_api_'], pattern: /(?<!\w)lin_api_[A-Za-z0-9]{40}/ },
  { what: 'a Notion token', marks: ['ntn_'], pattern: /(?<!\w)ntn_[A-Za-z0-9]{43}/ },
  { what: 'a Figma token', marks: ['figd_'], pattern: /(?<!\w)figd_[\w-]{40}/ },
  // ---- formats without a maker
  {
    what: 'a JSON Web Token',
    marks: ['eyJ'],
    pattern: /(?<![\w.-])eyJ[\w-]{12,}\.eyJ[\w-]{12,}\.[\w-]{20}/,
    oftenPublic: true,
  },
  {
    what: 'an Authorization header',
    marks: ['uthorization', 'UTHORIZATION'],
    pattern: /authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?:basic|bearer|token)[ \t]{1,3}[\w+/=.~-]{12}/i,
  },
];

/** Most texts hold no mark of any shape, and one search for all is quicker than one for each. */
const ANY_MARK = new RegExp(
  SHAPES.flatMap(({ marks }) => marks.map((mark) => mark.replace(/[^\w]/g, '\\$&'))).join('|'),
);

/** The shortest text that can hold one of the shapes, or a URL with a password, worth looking at. */
const SHORTEST = 12;

/** Words for what is yet to be filled in, and rows of one character. */
const FILL_IN =
  /change.?me|change.?it|replace|placeholder|your[-_ ]|[-_ ]here$|example|sample|dummy|fake|redacted|todo|tbd|insert[-_ ]|enter[-_ ]|1234567890|abcdefgh|(.)\1{6}/i;
/** Passwords that stand for one. */
const NO_REAL_PASSWORD = /^(?:pass(?:word|wd)?|pwd?|secret|x+|\*+|\.+)$/i;

/**
 * A credential that is known by its shape, wherever in the text it stands: a token format, a URL or a connection
 * string with a password. What a template leaves open, or a person has yet to fill in, is none.
 *
 * @param name of the variable that holds the text
 */
export function credentialIn(text: string, name = ''): Credential | undefined {
  if (text.length < SHORTEST) return undefined;
  for (const { what, marks, pattern, oftenPublic } of ANY_MARK.test(text) ? SHAPES : []) {
    if (!marks.some((mark) => text.includes(mark))) continue;
    const match = pattern.exec(text)?.[0];
    if (!match || isUnset(match) || (oftenPublic && PUBLIC.test(name))) continue;
    return { what, sure: true };
  }
  return urlWithPassword(text) ?? connectionWithPassword(text);
}

/**
 * A variable that by its name is a credential, and by its value may be one: no switch, number, path, URL or reference.
 * Sure where the value is long and looks random.
 */
export function credentialNamed(name: string, value: string): Pick<Credential, 'sure'> | undefined {
  if (!HINT.test(name) || value.length < 3 || isUnset(value)) return undefined;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_');
  if (WORKING_DIRECTORY.test(words) || PUBLIC.test(words)) return undefined;
  // One in some sixty begins with a slash, as a path does.
  if (words === 'AWS_SECRET_ACCESS_KEY' && /^[A-Za-z0-9+/]{40}$/.test(value)) return { sure: true };
  if (HARMLESS.test(value)) return undefined;
  const random = isRandom(value);
  if (CREDENTIAL_NAME.test(words)) return random || !isReference(value) ? { sure: random } : undefined;
  return random && KEY_NAME.test(words) && isKeyMaterial(value) ? { sure: false } : undefined;
}

/** A shell's. */
const WORKING_DIRECTORY = /^(?:OLD)?PWD$/;
/** The usual names; those that end otherwise (_FILE, _ARN, _NAME, _URL, _HEADER, _EXPIRY, ...) name something else. */
const HINT = /pass|pwd|secret|token|credential|key|auth/i;
const QUALIFIER =
  '(?:_(?:\\d{1,3}|V\\d|PROD|PRODUCTION|DEV|DEVELOPMENT|STAGING|STAGE|TEST|LIVE|SANDBOX|QA|UAT|LOCAL|PRIMARY|SECONDARY|OLD|NEW|CURRENT|PREVIOUS|BASE64|B64|VALUE)){0,3}$';
const CREDENTIAL_NAME = new RegExp(
  `(?:PASSWORD|PASSWD|PASSPHRASE|PASSCODE|SECRET|TOKEN|CREDENTIALS?|(?:^|_)(?:PASS|PWD)|(?:API|SECRET|PRIVATE|ACCESS|ENCRYPTION|ENCRYPT|SIGNING|SIGNATURE|MASTER|AUTH|ACCOUNT|STORAGE|SHARED|SESSION|LICENSE|HMAC|JWT|WEBHOOK|DEPLOY|SSH|ROLE)_?KEY|AWS_ACCESS_KEY_ID|SECRET_KEY_BASE|ECS_ENGINE_AUTH_DATA)${QUALIFIER}`,
);
/** Keys of every kind: of a credential, of a cache, of a table. */
const KEY_NAME = new RegExp(`_(?:KEY|AUTH)${QUALIFIER}`);
/** Made to be seen by everyone, as are the API keys of Firebase and Google Maps. */
const PUBLIC = /PUBLIC|PUBLISHABLE|(?:ANON|SITE|(?:FIREBASE|MAPS)(?:_?WEB)?(?:_?API)?)_?KEY/i;

/** Switches, numbers, places and references, and what is encrypted: nothing that opens a door. */
const HARMLESS = new RegExp(
  `^(?:${[
    '(?:true|false|yes|no|on|off|none|null|undefined|nil|n/a|unset|default|enabled|disabled|required|optional|always|never)$',
    String.raw`[+-]?[\d.,_:]{1,40} ?(?:ms|[smhdw]|[kmgt]i?b?|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?)?$`,
    '(?:arn|ssm|ssm-secure|secretsmanager|awssm|vault|keyvault|env|file|ref|secretref|kms|sops|op|sm):',
    '[a-z][a-z0-9+.-]{0,20}://', // those with a password are known by their shape
    String.raw`(?:\.{1,2}/|~/|[a-z]:\\)`,
    String.raw`/[\w.-]+(?:/[\w.-]+)*/?$`,
    String.raw`(?:ENC\(|\{cipher\}|AQIC|\$2[aby]\$|\$argon2|pbkdf2)`,
  ].join('|')})`,
  'i',
);

/** Words with something between them: "prod/db", "web-db-password". */
function isReference(value: string): boolean {
  if (!/^[a-z0-9]+(?:[-_./][a-z0-9]+)+$/i.test(value)) return false;
  return value.includes('/') || /secret|password|token|key|credential|auth/i.test(value);
}

/** Left open by a template, or by a person who is to fill it in. */
const isUnset = (value: string): boolean =>
  FILL_IN.test(value) || /^(?:x+|\*+|\.+|-+|_+)$/i.test(value) || hasPlaceholder(value);

/** Bits a character: random letters and digits have 4 and more, hexadecimal digits up to 4, words some 3. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** Whether a text looks like what a generator of passwords or keys makes. */
function isRandom(value: string): boolean {
  if (value.length < 16 || /\s/.test(value) || !/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  return entropy(value) >= (/^[a-f0-9-]+$/i.test(value) ? 2.8 : 3.4);
}

/** Random without a structure: all of upper case, lower case and digits, or long and hexadecimal. */
const isKeyMaterial = (value: string): boolean =>
  /^(?:[a-f0-9]{32,256}|(?:base64:)?(?=[^A-Z]{0,40}[A-Z])(?=[^a-z]{0,40}[a-z])[A-Za-z0-9+_=]{24,256})$/.test(
    value,
  );

const AUTHORITY = /[^\s/?#"'`\\]*/y;

/** scheme://user:password@host, the first one that has a password. */
function urlWithPassword(text: string): Credential | undefined {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    AUTHORITY.lastIndex = at + 3;
    const authority = AUTHORITY.exec(text)?.[0] ?? '';
    const end = authority.lastIndexOf('@');
    const colon = authority.indexOf(':');
    if (colon < 0 || colon + 1 >= end || !/[a-z0-9]/i.test(text[at - 1] ?? '')) continue;
    const password = authority.slice(colon + 1, end);
    if (isUnset(password) || /^[$%{[(<]/.test(password)) continue;
    const local = /^(?:localhost|127\.|\[::1\])/i.test(authority.slice(end + 1));
    const sure = !local && password !== authority.slice(0, colon) && !NO_REAL_PASSWORD.test(password);
    return { what: 'a URL with a password', sure };
  }
  return undefined;
}

const PASSWORD_PART = /(?:^|[;?&\s])(?:password|pwd)=([^;&\s]{1,256})/i;
const OTHER_PART = /(?:^|[;?&\s])(?:server|data source|host|user ?id|uid|user|username|dbname|database)=/i;

/** Server=...;Uid=...;Pwd=..., and the same in a query or with spaces. */
function connectionWithPassword(text: string): Credential | undefined {
  if (!text.includes('=')) return undefined;
  const password = PASSWORD_PART.exec(text)?.[1];
  if (!password || !OTHER_PART.test(text)) return undefined;
  if (isUnset(password) || /^["'$%{[(<]/.test(password)) return undefined;
  return { what: 'a connection string with a password', sure: !NO_REAL_PASSWORD.test(password) };
}
