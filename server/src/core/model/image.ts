/** An image name, taken apart. */
export interface Image {
  /** All but tag and digest: `public.ecr.aws/nginx/nginx`. */
  readonly repository: string;
  /** The last part of it: `nginx`. */
  readonly name: string;
  readonly tag: string | undefined;
  /** With its algorithm: `sha256:4bcf...`. */
  readonly digest: string | undefined;
}

/** Takes `[registry[:port]/]repository[:tag][@digest]` apart. */
export function parseImage(image: string): Image {
  const at = image.indexOf('@');
  const tagged = at < 0 ? image : image.slice(0, at);
  const slash = tagged.lastIndexOf('/');
  const colon = tagged.indexOf(':', slash + 1);
  const repository = colon < 0 ? tagged : tagged.slice(0, colon);
  return {
    repository,
    name: repository.slice(slash + 1),
    tag: colon < 0 ? undefined : tagged.slice(colon + 1),
    digest: at < 0 ? undefined : image.slice(at + 1),
  };
}
