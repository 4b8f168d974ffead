using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

public class RemoveDeadTests
{
    [Fact]
    public void Stacks_that_nobody_reads_are_gone_with_what_only_they_need() => IrText.Check(
        RemoveDead.Run,
        """
        %0 = input h [n,2]
        %1 = input x [5,n,2]
        %2 = param w [2]
        %3 = param v [2]
        %4 = scan 5 carries 1 sequences 1 : %0 %1 %2 %3 [n,2] [5,n,2] [5,n,2] rnn1 {
          %0 = argument 0 [n,2]
          %1 = argument 1 [n,2]
          %2 = argument 2 [2]
          %3 = argument 3 [2]
          %4 = map a * c + b : %0 %1 %2 [n,2]
          %5 = map a * b : %4 %3 [n,2]
          carry 0 %4
          stack 0 %5
          stack 1 %0
        }
        output y %4.0
        output z %4.2
        """,
        """
        %0 = input h [n,2]
        %1 = input x [5,n,2]
        %2 = param w [2]
        %3 = scan 5 carries 1 sequences 1 : %0 %1 %2 [n,2] [5,n,2] rnn1 {
          %0 = argument 0 [n,2]
          %1 = argument 1 [n,2]
          %2 = argument 2 [2]
          %3 = map a * c + b : %0 %1 %2 [n,2]
          carry 0 %3
          stack 0 %0
        }
        output y %3.0
        output z %3.1
        """);

    [Fact]
    public void A_carry_lives_as_long_as_another_one_depends_on_it() => IrText.Check(
        RemoveDead.Run,
        """
        %0 = input a [2]
        %1 = input b [2]
        %2 = input c [2]
        %3 = scan 3 carries 3 sequences 0 reverse truncate 2 : %0 %1 %2 [2] [2] [2] {
          %0 = argument 0 [2]
          %1 = argument 1 [2]
          %2 = argument 2 [2]
          %3 = map a * b : %0 %1 [2]
          %4 = map a * a : %1 [2]
          %5 = map a + b + c : %0 %1 %2 [2]
          carry 0 %3
          carry 1 %4
          carry 2 %5
        }
        output y %3.0
        """,
        """
        %0 = input a [2]
        %1 = input b [2]
        %2 = input c [2]
        %3 = scan 3 carries 2 sequences 0 reverse truncate 2 : %0 %1 [2] [2] {
          %0 = argument 0 [2]
          %1 = argument 1 [2]
          %2 = map a * b : %0 %1 [2]
          %3 = map a * a : %1 [2]
          carry 0 %2
          carry 1 %3
        }
        output y %3.0
        """);

    [Fact]
    public void What_is_read_stays() => IrText.Keeps(
        RemoveDead.Run,
        """
        %0 = input h [n,2]
        %1 = input x [5,n,2]
        %2 = scan 5 carries 1 sequences 1 : %0 %1 [n,2] [5,n,2] {
          %0 = argument 0 [n,2]
          %1 = argument 1 [n,2]
          %2 = map a + b : %0 %1 [n,2]
          carry 0 %2
          stack 0 %1
        }
        %3 = map a + b : %2.0 %2.1 [5,n,2]
        output y %3
        """);
}
