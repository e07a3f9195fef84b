/** An error on a real file of `../shared/corpus`, and why AWS would give it too. */
export interface CorpusErrors {
  readonly file: string;
  readonly rule: string;
  /** Pointers, in the order of the document. */
  readonly at: readonly string[];
  readonly because: string;
}

const DESCRIBED = 'Output of describe-task-definition: the CLI refuses its wrapper and its read-only keys.';
const NULLS = 'The CLI refuses null for every type.';
const EMPTY_TAGS = 'AWS answers that tags cannot be empty.';
const EMPTY_IMAGE = 'A pipeline fills in the image; as written, AWS answers that it should not be empty.';
const NO_IMAGE = 'A pipeline adds the image; as written, AWS answers that it should not be null.';
const NUMBER_AS_TEXT = 'The CLI refuses text where the API has an integer.';
const TEXT_AS_NUMBER = 'The CLI refuses a number where the API has text.';

export const CORPUS_ERRORS: readonly CorpusErrors[] = [
  { file: '0002.json', rule: 'schema/null', at: ['/ipcMode'], because: NULLS },
  { file: '0002.json', rule: 'schema/length', at: ['/tags'], because: EMPTY_TAGS },
  { file: '0016.json', rule: 'describe-output', at: ['/compatibilities'], because: DESCRIBED },
  { file: '0017.json', rule: 'describe-output', at: ['/taskDefinitionArn'], because: DESCRIBED },
  { file: '0045.json', rule: 'json/syntax', at: [''], because: 'A comma is missing between two members.' },
  { file: '0046.json', rule: 'describe-output', at: ['/taskDefinition'], because: DESCRIBED },
  {
    file: '0073.json',
    rule: 'schema/unknown-key',
    at: ['/containerDefinitions/0/portBindings'],
    because: 'The CLI refuses portBindings: it knows no such key.',
  },
  {
    file: '0088.json',
    rule: 'schema/unknown-key',
    at: ['/containerDefinitions/0/inferenceDevices'],
    because: 'The CLI refuses inferenceDevices: it knows no such key.',
  },
  {
    file: '0088.json',
    rule: 'inference-accelerators-retired',
    at: ['/inferenceAccelerators'],
    because: 'Elastic Inference has ended, and AWS refuses the member.',
  },
  {
    file: '0141.json',
    rule: 'execution-role-missing',
    at: ['/containerDefinitions/0/image'],
    because: 'A private ECR image on Fargate, and no execution role.',
  },
  {
    file: '0153.json',
    rule: 'container-memory-missing',
    at: ['/containerDefinitions/0'],
    because: 'Neither the task nor its container has any memory.',
  },
  { file: '0154.json', rule: 'schema/required', at: ['/containerDefinitions/0'], because: NO_IMAGE },
  {
    file: '0154.json',
    rule: 'schema/type',
    at: ['/containerDefinitions/0/memoryReservation'],
    because: 'An empty string is no integer: the CLI refuses it.',
  },
  { file: '0157.json', rule: 'describe-output', at: ['/taskDefinitionArn'], because: DESCRIBED },
  {
    file: '0158.json',
    rule: 'schema/length',
    at: ['/containerDefinitions/0/image', '/containerDefinitions/1/image'],
    because: EMPTY_IMAGE,
  },
  {
    file: '0158.json',
    rule: 'schema/null',
    at: ['/containerDefinitions/0/logConfiguration/secretOptions'],
    because: NULLS,
  },
  {
    file: '0159.json',
    rule: 'schema/null',
    at: ['/containerDefinitions/0/logConfiguration/secretOptions'],
    because: NULLS,
  },
  {
    file: '0159.json',
    rule: 'schema/length',
    at: [
      '/containerDefinitions/1/image',
      '/containerDefinitions/2/image',
      '/containerDefinitions/3/image',
      '/containerDefinitions/4/image',
      '/containerDefinitions/5/image',
      '/containerDefinitions/6/image',
      '/containerDefinitions/7/image',
      '/containerDefinitions/8/image',
      '/containerDefinitions/9/image',
    ],
    because: EMPTY_IMAGE,
  },
  {
    file: '0181.json',
    rule: 'schema/type',
    at: [
      '/containerDefinitions/0/cpu',
      '/containerDefinitions/0/memory',
      '/containerDefinitions/0/portMappings/0/hostPort',
      '/containerDefinitions/0/portMappings/0/containerPort',
      '/containerDefinitions/1/cpu',
      '/containerDefinitions/1/memory',
    ],
    because: NUMBER_AS_TEXT,
  },
  { file: '0190.json', rule: 'schema/length', at: ['/tags'], because: EMPTY_TAGS },
  { file: '0195.json', rule: 'describe-output', at: ['/compatibilities'], because: DESCRIBED },
  { file: '0213.json', rule: 'schema/required', at: ['/containerDefinitions/0'], because: NO_IMAGE },
  { file: '0213.json', rule: 'schema/length', at: ['/tags'], because: EMPTY_TAGS },
  { file: '0219.json', rule: 'describe-output', at: ['/compatibilities'], because: DESCRIBED },
  { file: '0222.json', rule: 'schema/required', at: ['/containerDefinitions/0'], because: NO_IMAGE },
  { file: '0222.json', rule: 'describe-output', at: ['/compatibilities'], because: DESCRIBED },
  {
    file: '0228.json',
    rule: 'environment-file-not-arn',
    at: ['/containerDefinitions/0/environmentFiles/0/value'],
    because: 'An s3:// address instead of an ARN.',
  },
  { file: '0230.json', rule: 'describe-output', at: ['/taskDefinitionArn'], because: DESCRIBED },
  { file: '0258.json', rule: 'describe-output', at: ['/taskDefinitionArn'], because: DESCRIBED },
  { file: '0264.json', rule: 'schema/required', at: ['/containerDefinitions/0'], because: NO_IMAGE },
  { file: '0264.json', rule: 'schema/null', at: ['/containerDefinitions/0/memory'], because: NULLS },
  { file: '0275.json', rule: 'schema/type', at: ['/cpu', '/memory'], because: TEXT_AS_NUMBER },
  { file: '0296.json', rule: 'describe-output', at: ['/compatibilities'], because: DESCRIBED },
  {
    file: '0314.json',
    rule: 'schema/type',
    at: ['/containerDefinitions/0/cpu', '/containerDefinitions/0/memory'],
    because: NUMBER_AS_TEXT,
  },
  {
    file: '0319.json',
    rule: 'schema/length',
    at: ['/containerDefinitions/0/image', '/taskRoleArn'],
    because: EMPTY_IMAGE,
  },
  {
    file: '0319.json',
    rule: 'awslogs-options-missing',
    at: ['/containerDefinitions/0/logConfiguration/options'],
    because: 'awslogs on Fargate without a group, a Region and a stream prefix.',
  },
  {
    file: '0319.json',
    rule: 'execution-role-missing',
    at: ['/executionRoleArn'],
    because: 'awslogs on Fargate, and the execution role is an empty string.',
  },
  { file: '0333.json', rule: 'schema/length', at: ['/tags'], because: EMPTY_TAGS },
  {
    file: '0335.json',
    rule: 'json/syntax',
    at: [''],
    because: 'The end of a shell command stands behind the document.',
  },
  {
    file: '0371.json',
    rule: 'schema/misplaced-key',
    at: ['/containerDefinitions/1/linuxParameters/privileged'],
    because: 'privileged stands in linuxParameters: the CLI refuses unknown keys.',
  },
  { file: '0386.json', rule: 'describe-output', at: ['/taskDefinition'], because: DESCRIBED },
];
