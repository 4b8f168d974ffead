using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

public class HoistSumsTests
{
    [Fact]
    public void The_gradient_of_a_weight_is_one_product_over_all_steps_and_that_of_a_bias_one_sum() => IrText.Check(
        HoistSums.Run,
        """
        %0 = input d [5,n,2]
        %1 = input h [5,n,3]
        %2 = map 0 [] rnn1
        %3 = map a to [2,3] : %2 [2,3] rnn1
        %4 = map a to [2] : %2 [2] rnn1
        %5 = input c [n,2]
        %6 = scan 5 carries 3 sequences 2 reverse : %5 %3 %4 %0 %1 [n,2] [2,3] [2] rnn1 {
          %0 = argument 0 [n,2]
          %1 = argument 1 [2,3]
          %2 = argument 2 [2]
          %3 = argument 3 [n,2]
          %4 = argument 4 [n,3]
          %5 = map a + b : %0 %3 [n,2]
          %6 = matmul.ta %5 %4 [2,3]
          %7 = map a + b : %1 %6 [2,3]
          %8 = sum.0 %3 [1,2]
          %9 = reshape [2] %8 [2]
          %10 = map a + b : %2 %9 [2]
          carry 0 %5
          carry 1 %7
          carry 2 %10
        }
        output c %6.0
        gradient w %6.1
        gradient b %6.2
        """,
        """
        %0 = input d [5,n,2]
        %1 = input h [5,n,3]
        %2 = input c [n,2]
        %3 = scan 5 carries 1 sequences 2 reverse : %2 %0 %1 [n,2] [5,n,2] rnn1 {
          %0 = argument 0 [n,2]
          %1 = argument 1 [n,2]
          %2 = argument 2 [n,3]
          %3 = map a + b : %0 %1 [n,2]
          carry 0 %3
          stack 0 %3
        }
        %4 = reshape [5n,2] %3.1 [5n,2] rnn1
        %5 = reshape [5n,3] %1 [5n,3] rnn1
        %6 = matmul.ta %4 %5 [2,3] rnn1
        %7 = sum.0,1 %0 [1,1,2] rnn1
        %8 = reshape [1,2] %7 [1,2] rnn1
        %9 = reshape [2] %8 [2] rnn1
        output c %3.0
        gradient w %6
        gradient b %9
        """);

    [Fact]
    public void A_sum_that_steps_read_stays() => IrText.Keeps(
        HoistSums.Run,
        """
        %0 = input d [5,n,2]
        %1 = map 0 to [1,2] [1,2]
        %2 = scan 5 carries 1 sequences 1 : %1 %0 [1,2] [5,n,2] {
          %0 = argument 0 [1,2]
          %1 = argument 1 [n,2]
          %2 = sum.0 %1 [1,2]
          %3 = map a + b : %0 %2 [1,2]
          %4 = map a * b : %0 %1 [n,2]
          carry 0 %3
          stack 0 %4
        }
        output c %2.0
        output y %2.1
        """);

    [Fact]
    public void A_sum_that_begins_with_something_stays() => IrText.Keeps(
        HoistSums.Run,
        """
        %0 = input d [5,n,2]
        %1 = input c [1,2]
        %2 = scan 5 carries 1 sequences 1 : %1 %0 [1,2] {
          %0 = argument 0 [1,2]
          %1 = argument 1 [n,2]
          %2 = sum.0 %1 [1,2]
          %3 = map a + b : %0 %2 [1,2]
          carry 0 %3
        }
        output c %2
        """);
}
