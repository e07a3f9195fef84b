/** A document nobody has anything to say about, at preset `refused`. */
export const FINE = `{
  "family": "web",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [{ "name": "web", "image": "nginx:1.27" }]
}
`;

/** One problem, with one right answer. The place is marked. */
export const BRIDGE = FINE.replace('"awsvpc"', '«"bridge"»');

/** Two containers that wait for each other: one problem with a related place. The places are marked. */
export const CIRCLE = FINE.replace(
  '[{ "name": "web", "image": "nginx:1.27" }]',
  `[
    {
      "name": "web",
      "image": "nginx:1.27",
      "dependsOn": [{ "containerName": «"db"», "condition": "START" }]
    },
    {
      "name": "db",
      "image": "postgres:17",
      "dependsOn": [{ "containerName": «"web"», "condition": "START" }]
    }
  ]`,
);

export const TASK = 'file:///project/deploy/task-definition.json';
export const REFUSED = { settings: { preset: 'refused' } };
