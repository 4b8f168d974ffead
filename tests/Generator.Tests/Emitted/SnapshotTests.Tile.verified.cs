        // ── dense1, relu1 ────────────────────────────────────────────────────────
        // y[n,128] = max(x[n,784]·weightᵀ[128,784] + bias, 0)
        // 201.0 kFLOP per sample
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal static void Dense1Relu1<S, V>(ref float x, ref float weight, ref float bias, ref float y, int batch)
            where S : struct, ISimd<V> where V : struct
        {
            unchecked
            {
                int row = 0;
                for (; S.Width == 16 && row + 8 <= batch; row += 8)
                    Dense1Relu1Rows8<S, V>(ref x, ref weight, ref bias, ref y, batch, row);
                for (; S.Width < 16 && row + 6 <= batch; row += 6)
                    Dense1Relu1Rows6<S, V>(ref x, ref weight, ref bias, ref y, batch, row);
                for (; row + 4 <= batch; row += 4)
                    Dense1Relu1Rows4<S, V>(ref x, ref weight, ref bias, ref y, batch, row);
                for (; row + 2 <= batch; row += 2)
                    Dense1Relu1Rows2<S, V>(ref x, ref weight, ref bias, ref y, batch, row);
                for (; row + 1 <= batch; row += 1)
                    Dense1Relu1Rows1<S, V>(ref x, ref weight, ref bias, ref y, batch, row);
            }
        }

        // 8 rows × 3 vectors in registers
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Dense1Relu1Rows8<S, V>(ref float x, ref float weight, ref float bias, ref float y, int batch, nint row)
            where S : struct, ISimd<V> where V : struct
        {
            unchecked
            {
                nint column = 0;
                for (; column + 3 * S.Width <= 128; column += 3 * S.Width)
                {
                    V c00 = S.Zero, c01 = S.Zero, c02 = S.Zero;
                    V c10 = S.Zero, c11 = S.Zero, c12 = S.Zero;
                    V c20 = S.Zero, c21 = S.Zero, c22 = S.Zero;
                    V c30 = S.Zero, c31 = S.Zero, c32 = S.Zero;
                    V c40 = S.Zero, c41 = S.Zero, c42 = S.Zero;
                    V c50 = S.Zero, c51 = S.Zero, c52 = S.Zero;
                    V c60 = S.Zero, c61 = S.Zero, c62 = S.Zero;
                    V c70 = S.Zero, c71 = S.Zero, c72 = S.Zero;
                    ref float a = ref Unsafe.Add(ref x, row * 784);
                    ref float b = ref Unsafe.Add(ref weight, column);
                    for (int k = 0; k < 784; k++)
                    {
                        V b0 = S.Load(in b, 0), b1 = S.Load(in b, S.Width), b2 = S.Load(in b, 2 * S.Width);
                        V s = S.Broadcast(in a, 0);
                        c00 = S.FusedMultiplyAdd(s, b0, c00);
                        c01 = S.FusedMultiplyAdd(s, b1, c01);
                        c02 = S.FusedMultiplyAdd(s, b2, c02);
                        s = S.Broadcast(in a, 784);
                        c10 = S.FusedMultiplyAdd(s, b0, c10);
                        c11 = S.FusedMultiplyAdd(s, b1, c11);
                        c12 = S.FusedMultiplyAdd(s, b2, c12);
                        s = S.Broadcast(in a, 1568);
                        c20 = S.FusedMultiplyAdd(s, b0, c20);
                        c21 = S.FusedMultiplyAdd(s, b1, c21);
                        c22 = S.FusedMultiplyAdd(s, b2, c22);
                        s = S.Broadcast(in a, 2352);
                        c30 = S.FusedMultiplyAdd(s, b0, c30);
                        c31 = S.FusedMultiplyAdd(s, b1, c31);
                        c32 = S.FusedMultiplyAdd(s, b2, c32);
                        s = S.Broadcast(in a, 3136);
                        c40 = S.FusedMultiplyAdd(s, b0, c40);
                        c41 = S.FusedMultiplyAdd(s, b1, c41);
                        c42 = S.FusedMultiplyAdd(s, b2, c42);
                        s = S.Broadcast(in a, 3920);
                        c50 = S.FusedMultiplyAdd(s, b0, c50);
                        c51 = S.FusedMultiplyAdd(s, b1, c51);
                        c52 = S.FusedMultiplyAdd(s, b2, c52);
                        s = S.Broadcast(in a, 4704);
                        c60 = S.FusedMultiplyAdd(s, b0, c60);
                        c61 = S.FusedMultiplyAdd(s, b1, c61);
                        c62 = S.FusedMultiplyAdd(s, b2, c62);
                        s = S.Broadcast(in a, 5488);
                        c70 = S.FusedMultiplyAdd(s, b0, c70);
                        c71 = S.FusedMultiplyAdd(s, b1, c71);
                        c72 = S.FusedMultiplyAdd(s, b2, c72);
                        a = ref Unsafe.Add(ref a, 1);
                        b = ref Unsafe.Add(ref b, 144);
                    }

                    Dense1Relu1Store<S, V>(c00, ref bias, ref y, row, column);
                    Dense1Relu1Store<S, V>(c01, ref bias, ref y, row, column + S.Width);
                    Dense1Relu1Store<S, V>(c02, ref bias, ref y, row, column + 2 * S.Width);
                    Dense1Relu1Store<S, V>(c10, ref bias, ref y, row + 1, column);
                    Dense1Relu1Store<S, V>(c11, ref bias, ref y, row + 1, column + S.Width);
                    Dense1Relu1Store<S, V>(c12, ref bias, ref y, row + 1, column + 2 * S.Width);
                    Dense1Relu1Store<S, V>(c20, ref bias, ref y, row + 2, column);
                    Dense1Relu1Store<S, V>(c21, ref bias, ref y, row + 2, column + S.Width);
                    Dense1Relu1Store<S, V>(c22, ref bias, ref y, row + 2, column + 2 * S.Width);
                    Dense1Relu1Store<S, V>(c30, ref bias, ref y, row + 3, column);
                    Dense1Relu1Store<S, V>(c31, ref bias, ref y, row + 3, column + S.Width);
                    Dense1Relu1Store<S, V>(c32, ref bias, ref y, row + 3, column + 2 * S.Width);
                    Dense1Relu1Store<S, V>(c40, ref bias, ref y, row + 4, column);
                    Dense1Relu1Store<S, V>(c41, ref bias, ref y, row + 4, column + S.Width);
                    Dense1Relu1Store<S, V>(c42, ref bias, ref y, row + 4, column + 2 * S.Width);
                    Dense1Relu1Store<S, V>(c50, ref bias, ref y, row + 5, column);
                    Dense1Relu1Store<S, V>(c51, ref bias, ref y, row + 5, column + S.Width);
                    Dense1Relu1Store<S, V>(c52, ref bias, ref y, row + 5, column + 2 * S.Width);
                    Dense1Relu1Store<S, V>(c60, ref bias, ref y, row + 6, column);
                    Dense1Relu1Store<S, V>(c61, ref bias, ref y, row + 6, column + S.Width);
                    Dense1Relu1Store<S, V>(c62, ref bias, ref y, row + 6, column + 2 * S.Width);
                    Dense1Relu1Store<S, V>(c70, ref bias, ref y, row + 7, column);
                    Dense1Relu1Store<S, V>(c71, ref bias, ref y, row + 7, column + S.Width);
                    Dense1Relu1Store<S, V>(c72, ref bias, ref y, row + 7, column + 2 * S.Width);
                }
                for (; column + 2 * S.Width <= 128; column += 2 * S.Width)
                {
                    V c00 = S.Zero, c01 = S.Zero;
                    V c10 = S.Zero, c11 = S.Zero;
                    V c20 = S.Zero, c21 = S.Zero;
                    V c30 = S.Zero, c31 = S.Zero;
                    V c40 = S.Zero, c41 = S.Zero;
                    V c50 = S.Zero, c51 = S.Zero;
                    V c60 = S.Zero, c61 = S.Zero;
                    V c70 = S.Zero, c71 = S.Zero;
                    ref float a = ref Unsafe.Add(ref x, row * 784);
                    ref float b = ref Unsafe.Add(ref weight, column);
                    for (int k = 0; k < 784; k++)
                    {
                        V b0 = S.Load(in b, 0), b1 = S.Load(in b, S.Width);
                        V s = S.Broadcast(in a, 0); c00 = S.FusedMultiplyAdd(s, b0, c00); c01 = S.FusedMultiplyAdd(s, b1, c01);
                        s = S.Broadcast(in a, 784); c10 = S.FusedMultiplyAdd(s, b0, c10); c11 = S.FusedMultiplyAdd(s, b1, c11);
                        s = S.Broadcast(in a, 1568); c20 = S.FusedMultiplyAdd(s, b0, c20); c21 = S.FusedMultiplyAdd(s, b1, c21);
                        s = S.Broadcast(in a, 2352); c30 = S.FusedMultiplyAdd(s, b0, c30); c31 = S.FusedMultiplyAdd(s, b1, c31);
                        s = S.Broadcast(in a, 3136); c40 = S.FusedMultiplyAdd(s, b0, c40); c41 = S.FusedMultiplyAdd(s, b1, c41);
                        s = S.Broadcast(in a, 3920); c50 = S.FusedMultiplyAdd(s, b0, c50); c51 = S.FusedMultiplyAdd(s, b1, c51);
                        s = S.Broadcast(in a, 4704); c60 = S.FusedMultiplyAdd(s, b0, c60); c61 = S.FusedMultiplyAdd(s, b1, c61);
                        s = S.Broadcast(in a, 5488); c70 = S.FusedMultiplyAdd(s, b0, c70); c71 = S.FusedMultiplyAdd(s, b1, c71);
                        a = ref Unsafe.Add(ref a, 1);
                        b = ref Unsafe.Add(ref b, 144);
                    }

                    Dense1Relu1Store<S, V>(c00, ref bias, ref y, row, column);
                    Dense1Relu1Store<S, V>(c01, ref bias, ref y, row, column + S.Width);
                    Dense1Relu1Store<S, V>(c10, ref bias, ref y, row + 1, column);
                    Dense1Relu1Store<S, V>(c11, ref bias, ref y, row + 1, column + S.Width);
                    Dense1Relu1Store<S, V>(c20, ref bias, ref y, row + 2, column);
                    Dense1Relu1Store<S, V>(c21, ref bias, ref y, row + 2, column + S.Width);
                    Dense1Relu1Store<S, V>(c30, ref bias, ref y, row + 3, column);
                    Dense1Relu1Store<S, V>(c31, ref bias, ref y, row + 3, column + S.Width);
                    Dense1Relu1Store<S, V>(c40, ref bias, ref y, row + 4, column);
                    Dense1Relu1Store<S, V>(c41, ref bias, ref y, row + 4, column + S.Width);
                    Dense1Relu1Store<S, V>(c50, ref bias, ref y, row + 5, column);
                    Dense1Relu1Store<S, V>(c51, ref bias, ref y, row + 5, column + S.Width);
                    Dense1Relu1Store<S, V>(c60, ref bias, ref y, row + 6, column);
                    Dense1Relu1Store<S, V>(c61, ref bias, ref y, row + 6, column + S.Width);
                    Dense1Relu1Store<S, V>(c70, ref bias, ref y, row + 7, column);
                    Dense1Relu1Store<S, V>(c71, ref bias, ref y, row + 7, column + S.Width);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Dense1Relu1Store<S, V>(V product, ref float bias, ref float y, nint row, nint column)
            where S : struct, ISimd<V> where V : struct
        {
            unchecked
            {
                V biasAt = S.Load(in bias, column);
                S.Store(S.Max(S.Zero, S.Add(product, biasAt)), ref y, row * 128 + column);
            }
        }
