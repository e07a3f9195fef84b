/** What a document is. `container-definitions` is a top-level list of containers (Terraform). */
export type Kind = 'task-definition' | 'container-definitions' | 'describe-output' | 'none';
