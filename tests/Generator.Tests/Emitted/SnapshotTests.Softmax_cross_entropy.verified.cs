        private static void TrainHeadSteps<S, V>(ref float parameters, ref float arena, int batch, ulong seed, uint step)
            where S : struct, ISimd<V> where V : struct
        {
            ref float inputRows = ref Unsafe.Add(ref arena, 0);   // [n,10] in rows of 16
            ref float targetRows = ref Unsafe.Add(ref arena, 256);   // [n,1]
            ref float loss = ref Unsafe.Add(ref arena, 272);   // [1,1] in rows of 16
            ref float outputGradient = ref Unsafe.Add(ref arena, 128);   // [n,10] in rows of 16

            Softmaxcrossentropy1_2<S, V>(x: ref inputRows, target: ref targetRows, loss: ref loss, dy: ref outputGradient, scratch0: ref Unsafe.Add(ref arena, 288), batch: batch);
        }

        // ── softmaxcrossentropy1 ─────────────────────────────────────────────────
        // loss[1,1] = Σ(log(Σ(exp(x − max(x)))) + max(x) − Σ([column = target]·x)) / n
        // dy[n,10] = [column = target]·(−1 / n) + 1 / n / Σ(exp(x − max(x)))·exp(x − max(x))
        // 108 FLOP per sample
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal static void Softmaxcrossentropy1_2<S, V>(ref float x, ref float target, ref float loss, ref float dy, ref float scratch0, int batch)
            where S : struct, ISimd<V> where V : struct
        {
            unchecked
            {
                V samples = S.Splat(batch);
                double total0 = 0;
                for (nint row = 0; row < batch; row++)
                {
                    V targetAt = S.BroadcastInt32(in target, row);
                    V max1 = S.Splat(float.NegativeInfinity);
                    V sum2 = S.Zero;
                    for (nint column = 0; column < 16; column += S.Width)
                    {
                        V v3 = S.Load(in x, row * 16 + column);
                        max1 = S.Max(max1, S.KeepFirst(v3, 10 - (int)column, S.Splat(float.NegativeInfinity)));
                        sum2 = S.Add(sum2, S.KeepFirst(S.SelectEqual(S.Index((int)column), targetAt, v3, S.Zero), 10 - (int)column, S.Zero));
                    }
                    max1 = S.Splat(S.MaxAcross(max1));
                    sum2 = S.Splat(S.Sum(sum2));
                    V sum4 = S.Zero;
                    for (nint column = 0; column < 16; column += S.Width)
                    {
                        V v5 = S.Load(in x, row * 16 + column);
                        V t6 = global::StaticNet.Numerics.VectorMath.Exp<S, V>(S.Subtract(v5, max1));
                        sum4 = S.Add(sum4, S.KeepFirst(t6, 10 - (int)column, S.Zero));
                        S.Store(t6, ref scratch0, column);
                    }
                    sum4 = S.Splat(S.Sum(sum4));
                    V value7 = S.Subtract(S.Add(global::StaticNet.Numerics.VectorMath.Log<S, V>(sum4), max1), sum2);
                    V value8 = S.Divide(S.Divide(S.Splat(1f), samples), sum4);
                    total0 += S.First(value7);
                    for (nint column = 0; column < 16; column += S.Width)
                    {
                        V v9 = S.Load(in scratch0, column);
                        S.Store(S.KeepFirst(S.FusedMultiplyAdd(value8, v9, S.SelectEqual(S.Index((int)column), targetAt, S.Divide(S.Splat(-1f), samples), S.Zero)), 10 - (int)column, S.Zero), ref dy, row * 16 + column);
                    }
                }
                V total0All = S.Splat((float)total0);
                V value10 = S.Multiply(total0All, S.Divide(S.Splat(1f), samples));
                for (nint lane = 0; lane < 16; lane += S.Width)
                    S.Store(S.KeepFirst(value10, 1 - (int)lane, S.Zero), ref loss, lane);
            }
        }
