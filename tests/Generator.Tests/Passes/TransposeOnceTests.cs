using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

public class TransposeOnceTests
{
    // Both products read one transposed weight; what nothing reads any more, RemoveDead takes away.
    [Fact]
    public void A_weight_that_all_steps_read_against_its_order_is_transposed_before_them() => IrText.Check(
        TransposeOnce.Run,
        """
        %0 = input d [8,n,3]
        %1 = input c [n,2]
        %2 = param w [3,2]
        %3 = scan 8 carries 1 sequences 1 reverse : %1 %0 %2 [n,2] rnn1 {
          %0 = argument 0 [n,2]
          %1 = argument 1 [n,3]
          %2 = argument 2 [3,2]
          %3 = matmul %1 %2 [n,2]
          %4 = map tanh(a) : %1 [n,3]
          %5 = matmul %4 %2 [n,2]
          %6 = map a * b + c : %0 %3 %5 [n,2]
          carry 0 %6
        }
        output c %3
        """,
        """
        %0 = input d [8,n,3]
        %1 = input c [n,2]
        %2 = param w [3,2]
        %3 = permute.1,0 %2 [2,3] rnn1
        %4 = scan 8 carries 1 sequences 1 reverse : %1 %0 %2 %3 [n,2] rnn1 {
          %0 = argument 0 [n,2]
          %1 = argument 1 [n,3]
          %2 = argument 2 [3,2]
          %3 = argument 3 [2,3]
          %4 = matmul.tb %1 %3 [n,2]
          %5 = map tanh(a) : %1 [n,3]
          %6 = matmul.tb %5 %3 [n,2]
          %7 = map a * b + c : %0 %4 %6 [n,2]
          carry 0 %7
        }
        output c %4
        """);

    [Fact]
    public void A_few_steps_read_it_as_it_lies() => IrText.Keeps(
        TransposeOnce.Run,
        """
        %0 = input d [7,n,3]
        %1 = input c [n,2]
        %2 = param w [3,2]
        %3 = scan 7 carries 1 sequences 1 : %1 %0 %2 [n,2] {
          %0 = argument 0 [n,2]
          %1 = argument 1 [n,3]
          %2 = argument 2 [3,2]
          %3 = matmul %1 %2 [n,2]
          %4 = map a + b : %0 %3 [n,2]
          carry 0 %4
        }
        output c %3
        """);
}
