/* The program with which the others are compared. */
int main(void)
{
    return 0;
}
