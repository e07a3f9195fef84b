/** Whether the text is the ARN of something in S3: six parts, of which bucket and key are the last. */
export function isS3Arn(text: string): boolean {
  return /^arn:[^:\s]+:s3:[^:\s]*:[^:\s]*:\S/.test(text);
}

/**
 * The ARN of the object at an `s3://bucket/key` address, or of one whose ARN lacks colons; undefined when the text is
 * neither.
 */
export function s3Arn(text: string, partition: string): string | undefined {
  const address = /^s3:\/\/([a-z0-9][a-z0-9.-]*\/\S+)$/.exec(text)?.[1];
  if (address) return `arn:${partition}:s3:::${address}`;
  const [, begin, rest] = /^(arn:[^:\s]+:s3):{1,2}([a-z0-9][a-z0-9.-]*\/[^\s:]+)$/.exec(text) ?? [];
  return begin && rest && `${begin}:::${rest}`;
}
