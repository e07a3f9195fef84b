/** Whether the text begins as the ARN of something in S3. */
export function isS3Arn(text: string): boolean {
  return /^arn:[^:\s]+:s3:/.test(text);
}

/** The ARN of the object at an `s3://bucket/key` address; undefined when the text is no such address. */
export function s3Arn(text: string, partition: string): string | undefined {
  const address = /^s3:\/\/([a-z0-9][a-z0-9.-]*\/\S+)$/.exec(text)?.[1];
  return address && `arn:${partition}:s3:::${address}`;
}
