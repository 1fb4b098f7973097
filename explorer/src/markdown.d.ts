// The build inserts a Markdown page as text.
declare module '*.md' {
    const text: string;
    export default text;
}
