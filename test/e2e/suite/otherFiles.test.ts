import { assert } from 'chai';
import { describe, it } from './mocha';
import { api, fargate, open, ourProblems, problemsWhen, rulesWhen } from './support';

describe('files that are no task definitions', () => {
  it('are left alone, and the server does not start for them', async () => {
    const manifest = await open('package.json', '{\n  "name": "shop",\n  "version": "1.0.0"\n}\n');
    const broken = await open('settings.json', '{\n  "cpu": ,\n  "networkMode": "bridge"\n}\n');
    // VS Code's own server has answered for this file, so ours had every occasion to do so
    await problemsWhen(broken, (problems) => problems.length > 0);
    const { serverRunning, ready } = await api();
    await ready();
    assert.isFalse(serverRunning());
    assert.deepEqual([...ourProblems(manifest), ...ourProblems(broken)], []);
  });

  it('stay alone once a task definition has started the server', async () => {
    const ordinary = await open('service.json', '{\n  "cluster": "shop",\n  "networkMode": "bridge"\n}\n');
    const ours = await open('taskdef.json', fargate({ networkMode: 'bridge' }));
    await rulesWhen(ours, ['fargate-network-mode']);
    assert.isTrue((await api()).serverRunning());
    assert.deepEqual(ourProblems(ordinary), []);
  });
});
