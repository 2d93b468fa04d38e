// Reads the files named and tells, as JSON, what the library of the usual modellers makes of each.
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';

const moddle = new BpmnModdle();
const told = {};
for (const file of process.argv.slice(2)) {
  const { rootElement, warnings } = await moddle.fromXML(readFileSync(file, 'utf8'));
  const process = rootElement.rootElements.find((one) => one.$type === 'bpmn:Process');
  told[file] = {
    warnings: warnings.map((one) => one.message),
    elements: process.flowElements.length,
    drawn: rootElement.diagrams[0].plane.planeElement.length,
  };
}
console.log(JSON.stringify(told));
