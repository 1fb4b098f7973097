// The build puts a page of Markdown in as its text.
declare module '*.md' {
    const text: string;
    export default text;
}
