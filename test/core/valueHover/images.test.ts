import { describe, expect, it } from 'vitest';
import { answerAt, container, fargate, hoverAt } from '../../support/hover';

const at = (image: string, members = '') => answerAt(container(`"image": "|${image}"${members}`));
const lines = (...all: string[]) => all.join('\n');

describe('an image', () => {
  it('of Docker Hub, official, without a tag', () => {
    expect(at('nginx')).toBe(
      lines(
        '**image** · an image in Docker Hub',
        '',
        '- **Registry:** none written, which means `docker.io`',
        '- **Repository:** `nginx`, one of the official images (`library/`)',
        '- **Tag:** none written, which means `latest`: whatever was pushed last under that tag',
      ),
    );
    expect(at('team/app:latest')).toBe(
      lines(
        '**image** · an image in Docker Hub',
        '',
        '- **Registry:** none written, which means `docker.io`',
        '- **Repository:** `team/app`',
        '- **Tag:** `latest`, the tag of whatever was pushed without one: it says no version',
      ),
    );
  });

  it('of a private registry of Amazon ECR', () => {
    const image = '222233334444.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1.4.2';
    expect(answerAt(fargate('', `[{ "name": "web", "image": "|${image}" }]`))).toBe(
      lines(
        '**image** · an image in Amazon ECR, private',
        '',
        '- **Registry:** `222233334444.dkr.ecr.eu-west-1.amazonaws.com`',
        '- **Account:** `222233334444`',
        '- **Region:** `eu-west-1`',
        '- **Repository:** `team/shop`',
        '- **Tag:** `1.4.2`; whoever may push can move it to another image',
        '- **Pulled by:** the role `executionRoleArn`, which Fargate needs for it',
      ),
    );
    expect(at('222233334444.dkr-ecr.us-east-2.on.aws/a')).toContain('- **Region:** `us-east-2`');
    expect(at('222233334444.dkr.ecr.cn-north-1.amazonaws.com.cn/a')).toContain('- **Region:** `cn-north-1`');
    expect(at('22223333444.dkr.ecr.eu-west-1.amazonaws.com/a')).toContain(
      '- **Watch out:** An account has twelve digits.',
    );
  });

  it.each([
    ['public.ecr.aws/nginx/nginx:1.27', 'Amazon ECR, public'],
    ['ghcr.io/team/app:1', 'GitHub Packages'],
    ['quay.io/team/app:1', 'Quay'],
    ['gcr.io/project/app:1', 'Google Container Registry'],
    ['eu.gcr.io/project/app:1', 'Google Container Registry'],
    ['europe-docker.pkg.dev/project/repo/app:1', 'Google Artifact Registry'],
    ['mcr.microsoft.com/dotnet/aspnet:8.0', 'the registry of Microsoft'],
    ['team.azurecr.io/app:1', 'Azure Container Registry'],
    ['registry.gitlab.com/team/app:1', 'the registry of GitLab'],
    ['docker.io/library/nginx:1', 'Docker Hub'],
    ['registry.example.com/app:1', 'another registry'],
    ['localhost:5000/app:1', 'another registry'],
    ['notquay.io/team/app:1', 'another registry'],
  ])('%s is in %s', (image, registry) => {
    expect(at(image)?.split('\n')[0]).toBe(`**image** · an image in ${registry}`);
  });

  it('takes a port for a port and no tag', () => {
    expect(at('localhost:5000/team/app')).toBe(
      lines(
        '**image** · an image in another registry',
        '',
        '- **Registry:** `localhost:5000`',
        '- **Repository:** `team/app`',
        '- **Tag:** none written, which means `latest`: whatever was pushed last under that tag',
      ),
    );
  });

  it('by its digest', () => {
    const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
    expect(at(`nginx:1.27@${digest}`)).toContain(
      lines(
        '- **Tag:** `1.27`, of no effect beside a digest',
        `- **Digest:** \`${digest}\`, always the same image`,
      ),
    );
    expect(at(`nginx@${digest}`)).not.toContain('**Tag:**');
    expect(at('nginx@sha256:abc')).toContain(
      '- **Watch out:** A digest is `sha256:` and 64 digits of 0-9 and a-f.',
    );
  });

  it('with credentials of its own', () => {
    expect(at('quay.io/a/b:1', ', "repositoryCredentials": { "credentialsParameter": "x" }')).toContain(
      '- **Pulled by:** the credentials of `repositoryCredentials`',
    );
  });

  it('with placeholders, as far as it is known', () => {
    expect(at('ghcr.io/team/${APP}:${TAG:-latest}')).toBe(
      lines(
        '**image** · an image in GitHub Packages',
        '',
        '- **Registry:** `ghcr.io`',
        '- **Repository:** `team/${APP}` (holds a placeholder)',
        '- **Tag:** `${TAG:-latest}` (holds a placeholder)',
      ),
    );
    // The mark may bring registry, repository and tag.
    expect(at('a${REST}')).toBe('**image** · an image\n\n- **Repository:** `a${REST}` (holds a placeholder)');
  });

  it('covers the whole value', () => {
    const marked = container('"image": "ngi|nx:1"');
    const start = marked.indexOf('"ngi');
    expect(hoverAt(marked)?.range).toEqual({ start, end: start + '"nginx:1"'.length });
  });

  it('half typed', () => {
    expect(answerAt('{ "containerDefinitions": [{ "name": "a", "image": "ghcr.io/te|am/ap')).toContain(
      '- **Repository:** `team/ap`',
    );
  });
});
