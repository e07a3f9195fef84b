import * as vscode from 'vscode';
import ec2Service from '../../../server/src/core/templates/ec2-service.json';
import fargateArm from '../../../server/src/core/templates/fargate-arm.json';
import fargateWebService from '../../../server/src/core/templates/fargate-web-service.json';
import fargateWindows from '../../../server/src/core/templates/fargate-windows.json';
import fargateWorker from '../../../server/src/core/templates/fargate-worker.json';

interface Template extends vscode.QuickPickItem {
  readonly definition: { readonly family: string };
}

const TEMPLATES: readonly Template[] = [
  {
    label: 'Fargate web service',
    detail: 'One container behind a load balancer, with health check and logs',
    definition: fargateWebService,
  },
  {
    label: 'Fargate worker',
    detail: 'One container without ports, for queues and jobs',
    definition: fargateWorker,
  },
  {
    label: 'EC2 service',
    detail: 'Bridge network with a dynamic host port, on instances of your own',
    definition: ec2Service,
  },
  { label: 'Fargate on Windows', detail: 'Windows Server 2022 Core, 1 vCPU', definition: fargateWindows },
  {
    label: 'Fargate on ARM',
    detail: 'Graviton: the same service for about a fifth less',
    definition: fargateArm,
  },
];

/** Asks for a kind and opens a complete, registrable file that is not saved yet. */
export async function newTaskDefinition(): Promise<void> {
  const picked = await vscode.window.showQuickPick([...TEMPLATES], {
    title: 'New ECS Task Definition',
    placeHolder: 'What will run?',
    matchOnDetail: true,
  });
  if (!picked) return;
  const definition = JSON.stringify(picked.definition, null, 2).replaceAll(
    picked.definition.family,
    familyName(),
  );
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: `${definition}\n` });
  await vscode.window.showTextDocument(document);
}

/** The workspace folder's name, in the characters that AWS takes for a family. */
function familyName(): string {
  const name = vscode.workspace.workspaceFolders?.[0]?.name ?? '';
  return (
    name
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 255) || 'my-app'
  );
}
