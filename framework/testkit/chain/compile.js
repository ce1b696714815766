// Compiles TestTokens.sol and prints {"contract": "bytecode in hex", …}.
const fs = require("fs");
const path = require("path");
const solc = require("solc");

const source = fs.readFileSync(path.join(__dirname, "TestTokens.sol"), "utf8");
const output = JSON.parse(solc.compile(JSON.stringify({
  language: "Solidity",
  sources: { "TestTokens.sol": { content: source } },
  settings: { outputSelection: { "*": { "*": ["evm.bytecode.object"] } }, optimizer: { enabled: true } },
})));
const faults = (output.errors ?? []).filter((error) => error.severity === "error");
if (faults.length > 0) {
  console.error(faults.map((fault) => fault.formattedMessage).join("\n"));
  process.exit(1);
}
const contracts = Object.entries(output.contracts["TestTokens.sol"]);
console.log(JSON.stringify(Object.fromEntries(contracts.map(([name, c]) => [name, c.evm.bytecode.object]))));
