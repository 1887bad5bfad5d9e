/** With what the names of the folders of this run of the tests begin: another run may go on beside it. */
export function folderPrefix(): string {
  return `parlab-test-${process.env.PARLAB_TEST_RUN ?? process.pid}-`;
}
