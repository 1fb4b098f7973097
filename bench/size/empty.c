/* The program to compare the others with. */
int main(void)
{
    return 0;
}
