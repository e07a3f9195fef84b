// Stands where an editor starts its language server: gives what it says to the test, which runs the server itself.
import net from 'node:net';

const test = net.connect(Number(process.env.ECS_PORT), '127.0.0.1');
process.stdin.pipe(test);
test.pipe(process.stdout);
