/** The check itself must tell a right file from a wrong one: against a small schema of our own of what banks insist on. */
import { expect, test } from 'vitest';
import { schemaProblems } from '../scripts/schemaProblems.ts';
import { creditTransferFile } from '../src/files/sepa.ts';
import { awkwardBatch } from './bank/awkwardBatch.ts';

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
const schema = {
  name: 'small.xsd',
  text: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">
  <xs:element name="Document"><xs:complexType><xs:sequence>
    <xs:element name="CstmrCdtTrfInitn"><xs:complexType><xs:sequence>
      <xs:element name="GrpHdr"><xs:complexType><xs:sequence>
        <xs:element name="MsgId" type="Max35Text"/><xs:element name="CreDtTm" type="xs:dateTime"/>
        <xs:element name="NbOfTxs"/><xs:element name="CtrlSum" type="xs:decimal"/><xs:element name="InitgPty"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="PmtInf"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:simpleType name="Max35Text"><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="35"/></xs:restriction></xs:simpleType>
</xs:schema>`,
};
const problemsOf = (text: string) => schemaProblems({ name: 'batch.xml', text }, schema);

test('a file that the app wrote is valid; the same with parts out of order, too long or cut off is not', async () => {
  const xml = creditTransferFile(awkwardBatch);
  expect(await problemsOf(xml)).toEqual([]);
  const swapped = xml.replace(/(<NbOfTxs>5<\/NbOfTxs>)\s*(<CtrlSum>[^<]*<\/CtrlSum>)/, '$2$1');
  expect(await problemsOf(swapped)).toEqual([expect.stringContaining('NbOfTxs')]);
  expect(await problemsOf(xml.replace('<MsgId>', '<MsgId>x'))).toEqual([expect.stringContaining('MsgId')]);
  expect(await problemsOf(xml.slice(0, 900))).not.toEqual([]);
});

test('a schema that cannot be read is no verdict', async () => {
  await expect(schemaProblems({ name: 'a.xml', text: '<a/>' }, { name: 'b.xsd', text: '<b/>' })).rejects.toThrow();
});
